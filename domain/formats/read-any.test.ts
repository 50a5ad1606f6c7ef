import { expect, it } from 'vitest';
import { largestFile, readAny } from './read-any.ts';
import type { ReadableFormat, ReadFile } from './read-file.ts';
import { readableFormats } from './read-file.ts';
import type { ParseYaml } from './shoal-text/read-shoal-yaml.ts';

const yaml: ParseYaml = () => ({ ok: false, line: 3, code: 'syntax', about: 'asked' });

const read = (text: string | Uint8Array, as: ReadableFormat | null = null): ReadFile =>
  readAny(typeof text === 'string' ? new TextEncoder().encode(text) : text, { yaml }, as);

const reasons = ({ notes }: ReadFile) =>
  notes.map((note) =>
    note.kind === 'taken' ? `${note.line} = ${note.text}` : `${note.line} ${note.code} ${note.about}`,
  );

const rules = '-A -t 192.0.2.1:80 -s wlc\n';

it('hands a file to the reader of what is in it', () => {
  const texts: Record<ReadableFormat, string> = {
    'shoal-json': '{"shoal": 1, "services": []}',
    'shoal-yaml': 'shoal: 1\nservices: []\n',
    'ipvsadm-save': rules,
    'ipvsadm-listing': 'TCP  192.0.2.1:80 wlc\n  -> 10.0.0.1:80                  Route   1      0          0\n',
    keepalived: 'virtual_server 192.0.2.1 80 {\nlb_algo rr\nlb_kind NAT\nprotocol TCP\n}\n',
    'lvs-cf': 'network = nat\nvirtual a {\nactive = 1\naddress = 192.0.2.1\n}\n',
    ldirectord: 'virtual=192.0.2.1:80\n\treal=10.0.0.1:80 gate\n',
  };
  expect(readableFormats.map((format) => read(texts[format]).format)).toEqual(readableFormats);
  expect(read(texts.ldirectord).ok).toBe(true);
  expect(reasons(read(texts['shoal-yaml']))).toEqual(['3 syntax asked']);
});

it('reads it as what a person says it is', () => {
  expect(read(rules, 'lvs-cf')).toMatchObject({ ok: false, format: 'lvs-cf' });
  expect(read('wibble\n', 'ipvsadm-save')).toMatchObject({ ok: false, format: 'ipvsadm-save' });
});

it('says why there is nothing to read', () => {
  expect(reasons(read(''))).toEqual(['0 empty-file ']);
  expect(reasons(read('# only\n! comments\n', 'keepalived'))).toEqual(['0 empty-file ']);
  expect(reasons(read('wibble\n'))).toEqual(['0 unknown-format ']);
  expect(reasons(read('a\nb\0'))).toEqual(['2 binary NUL']);
  expect(reasons(read(new Uint8Array(largestFile + 1)))).toEqual(['0 too-large 10 MB']);
});

it('names a line that is too long for a configuration', () => {
  const long = `${rules}${'x'.repeat(100_001)}\n`;
  expect(reasons(read(long))).toEqual([`2 syntax ${'x'.repeat(199)}…`]);
  expect(reasons(read(`${rules}${'x'.repeat(99_999)}\n`))).toContain('1 = TCP 192.0.2.1:80 wlc');
  expect(read(`{"shoal": 1, "services": [${' '.repeat(200_000)}]}`).ok).toBe(true);
});

it('says so where letters were guessed', () => {
  const bytes = Uint8Array.from(`# caf\u00e9\n${rules}`, (letter) => letter.charCodeAt(0));
  expect(reasons(read(bytes))).toEqual(expect.arrayContaining(['1 wrong-encoding 0xE9', '2 = TCP 192.0.2.1:80 wlc']));
});
