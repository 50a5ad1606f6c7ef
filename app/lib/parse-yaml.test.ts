import fc from 'fast-check';
import { expect, it } from 'vitest';
import { definition } from '../../domain/definition/definition.arbitrary.ts';
import { definitionSchema } from '../../domain/definition/definition.ts';
import { parseWrittenYaml } from '../../domain/formats/shoal-text/parse-written-yaml.ts';
import { readShoalYaml } from '../../domain/formats/shoal-text/read-shoal-yaml.ts';
import { writeShoalYaml } from '../../domain/formats/shoal-text/write-shoal-yaml.ts';
import { parseYaml } from './parse-yaml.ts';

const read = (text: string) => readShoalYaml(text, parseYaml);
const notesOf = (text: string) =>
  read(text).notes.map((note) =>
    note.kind === 'taken'
      ? `${note.line}-${note.lastLine} ${note.text}`
      : `${note.line}-${note.lastLine} ${note.kind} ${note.code} ${note.about}`,
  );

it('reads back the YAML that was written, every feature', () => {
  fc.assert(
    fc.property(definition, (one) => {
      const file = read(writeShoalYaml(one));
      expect(file.ok && file.definition).toEqual(one);
      expect(file.notes.every((note) => note.kind === 'taken')).toBe(true);
    }),
  );
});

it('agrees with our own parser on what was written, line for line', () => {
  fc.assert(
    fc.property(definition, (one) => {
      const text = writeShoalYaml(one);
      expect({ ok: true, tree: parseWrittenYaml(text) }).toEqual(parseYaml(text));
    }),
  );
});

it('reads an export of any size', () => {
  const destinations = Array.from({ length: 8 }, (_, at) => ({
    ...{ address: `10.0.0.${at + 1}`, port: 80, forwarding: 'direct-routing', weight: 1 },
  }));
  const services = Array.from({ length: 1500 }, (_, at) => ({
    ...{ name: `web-${at}`, key: { kind: 'fwmark', fwmark: at + 1, family: 'ipv4' }, scheduler: 'rr' },
    destinations: destinations.map((to) => ({ ...to, port: 0 })),
  }));
  const large = definitionSchema.parse({ services });
  const text = writeShoalYaml(large);
  expect(text.length).toBeGreaterThan(500_000);
  const file = read(text);
  expect(JSON.stringify(file.ok && file.definition)).toBe(JSON.stringify(large));
});

const byHand = `# The site.
shoal: 1
realServers:
  - name: web1
    addresses: 10.0.0.21   # one alone
services:
  - name: 007
    key: TCP 10.0.0.4:80
    scheduler: wrr
    persistence: 300
    destinations:
      - &first
        key: 10.0.0.21:80
        weight: 3

      - key: '10.0.0.22'
        forwarding: direct-routing
  - name: marked
    key: fwmark 7
    scheduler: rr
    destinations:
    - *first
`;

it('reads what people write, with its lines', () => {
  expect(notesOf(byHand)).toEqual([
    '2-2 shoal 1',
    '4-5 web1 10.0.0.21',
    '7-17 TCP 10.0.0.4:80 wrr persistent 300',
    '13-14 10.0.0.21:80 DR weight 3',
    '16-17 10.0.0.22:80 DR weight 1',
    '18-22 FWM 7 rr',
    '22-22 remark port-ignored 10.0.0.21:80',
    '22-22 10.0.0.21:0 DR weight 3',
  ]);
  const file = read(byHand);
  expect(file.ok && file.definition.services[0]?.name).toBe('007');
});

it.each([
  ['shoal: 1\nservices:\n  - name: web\n   key: x\n', '4-4 left-out syntax'],
  ['shoal: 1\nservices: [\n', '3-3 left-out syntax'],
  ['shoal: 1\nservices: *nosuch\n', '2-2 left-out syntax *nosuch'],
  ['shoal: 2\n', '1-1 left-out value-invalid shoal: 2'],
  ['services:\n', '1-1 left-out value-missing shoal: 1'],
  ['', '1-1 left-out value-missing shoal: 1'],
  ['shoal: 1\nshoal: 1\nservices:\n', '2-2 left-out given-twice shoal'],
  ['shoal: 1\nservices:\n  - name: web\n    colour: red\n', '4-4 left-out directive-unknown colour'],
  ['shoal: 1\nservices:\n  web:\n    key: TCP 10.0.0.4:80\n', '2-4 left-out value-invalid services: {…}'],
])('names the line of a problem: %j', (text, note) => {
  expect(notesOf(text).some((one) => one.startsWith(note))).toBe(true);
});

it('keeps aliases from standing for more than a text holds', () => {
  const bomb = ['shoal: 1', 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level++)
    bomb.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  expect(read(bomb.join('\n'))).toMatchObject({ ok: false, notes: [{ code: 'too-many' }] });
  expect(read('shoal: 1\na: &a [*a]')).toMatchObject({ ok: false });
});

const nested = Array.from({ length: 500 }, (_, level) => `${' '.repeat(level)}a:`).join('\n');

it.each([
  ['10 MB', 'x'.repeat(10_000_000), 'too-large'],
  ['brackets', '['.repeat(900_000), 'too-large'],
  ['brackets in a row', `a: ${'['.repeat(50_000)}`, 'nested-too-deep'],
  ['dashes in a row', '- '.repeat(50_000), 'nested-too-deep'],
  ['brackets on lines of their own', '[\n'.repeat(50_000), 'nested-too-deep'],
  ['indented maps', nested, 'nested-too-deep'],
  ['tags', '!!a '.repeat(10_000), 'too-large'],
  ['NUL bytes', 'shoal: 1\n\0\0\0', 'syntax'],
])('refuses %s', (_, text, code) => {
  expect(read(text)).toMatchObject({ ok: false, notes: [{ code }] });
});

it('never throws', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '- ',
      ': ',
      '\n',
      '  ',
      '[',
      '}',
      '&a',
      '*a',
      '!!map',
      '|\n',
      '"',
      '---\n',
      'shoal: 1\n',
      'services:',
    ),
    fc.string(),
  );
  fc.assert(fc.property(fc.array(part), (parts) => void read(parts.join(''))));
});
