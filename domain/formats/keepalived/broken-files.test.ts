import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { definition } from '../../definition/definition.arbitrary.ts';
import { definitionSchema } from '../../definition/definition.ts';
import type { Note } from '../read-file.ts';
import { mostLines } from './parse-file.ts';
import { readKeepalived } from './read-keepalived.ts';
import { writeKeepalived } from './write-keepalived.ts';

/** For machines with much else to do. */
vi.setConfig({ testTimeout: 30_000 });

/** Reads it; what is read must be a definition, and every line with content in a note. */
function readWhole(text: string): readonly Note[] {
  const read = readKeepalived(text);
  if (read.ok) expect(definitionSchema.parse(read.definition)).toEqual(read.definition);
  const noted = new Set<number>();
  for (const note of read.notes) for (let line = note.line; line <= note.lastLine; line++) noted.add(line);
  const silent = text.split(/\r\n|\n|\r/).flatMap((line, at) => (isEmpty(line) || noted.has(at + 1) ? [] : [line]));
  expect(silent).toEqual([]);
  return read.notes;
}

/** A backslash alone goes on in the next line, and has nothing of its own. */
const isEmpty = (line: string): boolean => line.trim() === '' || line.trim() === '\\';

const site = `! both directors
$NET=10.0.0
global_defs {
  router_id LVS_ONE
  lvs_timeouts tcp 600
}
vrrp_instance VI_1 { state MASTER
  virtual_ipaddress { 10.0.0.4/24 }
}
virtual_server_group VIPS {
  10.0.0.5-6 80
  fwmark 9
}
virtual_server group VIPS {
  lb_algo sh
  sh-port
  real_server \${NET}.21 80 { weight 2 # two
    HTTP_GET { url { path "/" } }
  }
}
virtual_server fd00::4 443
{
  #shoal service name=web
  persistence_timeout
  real_server fd00::21 443 {
    lvs_method TUN type gue port 6080
  }
}
#shoal: virtual_server 10.0.0.7 80 {
#shoal: }
include more.conf
`;

it('tells of every line of a good file', () => {
  readWhole(site);
});

it('reads a file that is cut anywhere', () => {
  for (let end = 0; end <= site.length; end += 2) readWhole(site.slice(0, end));
});

it('takes a line that only goes on in the next one for nothing', () => {
  readWhole(`\\\n\r${site}`);
});

it('reads a file with characters put in and taken away', () => {
  const place = fc.nat(site.length);
  const edit = fc.record({
    place,
    taken: fc.nat(30),
    put: fc.oneof(
      fc.string({ unit: fc.constantFrom(...'{ } " \' # ! \\ $ ~ @ / - 1 a'.split(' '), ' ', '\n', '\r', '\0') }),
      fc.constantFrom('virtual_server ', '#shoal ', 'real_server ', '$NET ', 'fwmark 0\n', '99999999999999999999'),
    ),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
      let text = site;
      for (const { place: at, taken, put } of edits) text = text.slice(0, at) + put + text.slice(at + taken);
      readWhole(text);
    }),
    { numRuns: 150 },
  );
});

it('tells of every line of an export', () => {
  fc.assert(
    fc.property(definition, (one) => void readWhole(writeKeepalived(one))),
    { numRuns: 50 },
  );
});

describe('ends with', () => {
  const large = (text: string) => text.repeat(10_000_000 / text.length);
  it.each([
    ['100,000 open braces', '{'.repeat(100_000), 'nested-too-deep'],
    ['100,000 blocks in each other', 'a {\n'.repeat(100_000), 'nested-too-deep'],
    ['10 MB of open braces', large('{'), 'too-many-lines'],
    ['10 MB of closed ones', large('}\n'), 'too-many-lines'],
    ['10 MB of services without an end', large('virtual_server fwmark 1 {\n'), 'block-not-closed'],
    ['10 MB of blank lines', large('\n'), 'empty-file'],
    ['10 MB of parameters in parameters', `$A=$A $A\n${large('$A\n')}`, 'too-many-lines'],
    ['10 MB of one word', large('a'), 'directive-unknown'],
  ])('%s', (_, text, code) => {
    const { notes } = readKeepalived(text);
    expect(notes.some((note) => note.kind !== 'taken' && note.code === code)).toBe(true);
    expect(notes.length).toBeLessThanOrEqual(2 * mostLines);
  });
});
