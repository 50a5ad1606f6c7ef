import { wholeTexts } from './whole-files.example.ts';

export interface BrokenFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, low: 0 | 1): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    bytes[at * 2 + low] = text.charCodeAt(at) & 0xff;
    bytes[at * 2 + 1 - low] = text.charCodeAt(at) >> 8;
  }
  return bytes;
}

/** Bytes that look random and are the same at each run (the generator of Numerical Recipes). */
function noise(length: number, least: number, most: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let seed = 2463534242;
  for (let at = 0; at < length; at++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    bytes[at] = least + ((seed >>> 16) % (most - least + 1));
  }
  return bytes;
}

const repeated = (text: string, length: number): Uint8Array => utf8(text.repeat(Math.floor(length / text.length)));

const of = (name: string, bytes: () => Uint8Array): BrokenFile => ({ name, bytes });

/** Each whole file cut at every 50th byte, and at none. */
export const cutFiles: readonly BrokenFile[] = Object.entries(wholeTexts).flatMap(([name, text]) => {
  const bytes = utf8(text);
  const cuts = Array.from({ length: Math.floor(bytes.length / 50) }, (_, index) => (index + 1) * 50);
  return [...cuts, bytes.length].map((cut) => of(`${name} cut at byte ${cut}`, () => bytes.subarray(0, cut)));
});

/** Each whole file in encodings that aren't expected, and with bytes in it that aren't either. */
export const miscodedFiles: readonly BrokenFile[] = Object.entries(wholeTexts).flatMap(([name, text]) => [
  of(`${name} in UTF-16, little endian`, () => utf16(`\ufeff${text}`, 0)),
  of(`${name} in UTF-16, big endian`, () => utf16(`\ufeff${text}`, 1)),
  of(`${name} in UTF-16 without a mark`, () => utf16(text, 0)),
  of(`${name} in UTF-16, cut in a character`, () => utf16(`\ufeff${text}`, 0).subarray(0, 333)),
  of(`${name} in UTF-8 with a mark`, () => utf8(`\ufeff${text}`)),
  of(`${name} in Latin-1`, () => Uint8Array.from(`# caf\u00e9\n${text}`, (letter) => letter.charCodeAt(0))),
  of(`${name} with CR LF`, () => utf8(text.replaceAll('\n', '\r\n'))),
  of(`${name} with CR`, () => utf8(text.replaceAll('\n', '\r'))),
  of(`${name} without line ends`, () => utf8(text.replaceAll('\n', ' '))),
  ...[0, 1, 27, 0xa0, 0xff].map((byte) =>
    of(`${name} with byte ${byte} in it`, () => utf8(text).map((one, at) => (at % 97 === 50 ? byte : one))),
  ),
]);

export const strangeFiles: readonly BrokenFile[] = [
  of('nothing', () => new Uint8Array()),
  of('a byte order mark', () => Uint8Array.of(0xef, 0xbb, 0xbf)),
  of('half a byte order mark', () => Uint8Array.of(0xff, 0xfe, 0x41)),
  of('blanks', () => utf8(' \n\t\r\n\n')),
  of('comments', () => utf8('# one\n! two\n   # three\n')),
  of('a comment of ours', () => utf8('#shoal service name=\n#shoal\n')),
  of('a page of HTML', () => utf8('<!doctype html>\n<html><body>virtual = 1</body></html>\n')),
  of('__proto__ and the like', () =>
    utf8(
      '{"services": [{"__proto__": 1, "constructor": 2}], "toString": {}}\n__proto__ = 1\nconstructor = 1\nvirtual __proto__ {\n',
    ),
  ),
];

/** Just below the largest file that is looked at, and just above it. */
const most = 9_999_000;

/** Files that take long if anything does. */
export const hugeFiles: readonly BrokenFile[] = [
  ...Object.entries(wholeTexts).flatMap(([name, text]) => [
    of(`1 MB of ${name}`, () => repeated(text, 1_000_000)),
    of(`10 MB of ${name}`, () => repeated(text, most)),
    of(`11 MB of ${name}`, () => repeated(text, 11_000_000)),
  ]),
  of('2,000 services of lvs.cf', () => utf8(manyOfLvsCf())),
  of('2,000 services of ldirectord.cf', () => utf8(manyOfLdirectord())),
  of('ranges of ldirectord.cf', () => repeated('virtual=1\n\treal=10.0.0.0->10.0.3.231 gate\n', 1_999_000)),
  of('a long range of ldirectord.cf', () => repeated('\treal=10.0.0.0->10.0.3.231 gate\n', 1_999_000)),
  of('noise', () => noise(most, 0, 255)),
  of('noise without NUL', () => noise(most, 1, 255)),
  of('printable noise', () => noise(most, 32, 126)),
  of('printable noise in lines', () => noise(1_999_000, 32, 126).map((byte, at) => (at % 60 === 0 ? 10 : byte))),
  ...['x', ' ', '"', "'", '#', '=', '-', '\\', '[', '{', '}', 'a = "', '-A -t ', 'é'].map((text) =>
    of(`one line of ${JSON.stringify(text)}`, () => repeated(text, most)),
  ),
  ...[
    'x',
    '',
    '#',
    '#\nx',
    '}',
    'a = 1',
    '-A -t 10.0.0.1:80',
    'virtual=1',
    'virtual a {\nactive = 1\nfwmark = 1\n}',
    '$A=1',
  ].map((text) => of(`lines of ${JSON.stringify(text)}`, () => repeated(`${text}\n`, 1_999_000))),
  ...nestings(),
];

function nestings(): BrokenFile[] {
  const openers = [
    '{',
    '[',
    '{\n',
    '{"a":',
    '[{"a":',
    '- ',
    '? ',
    'a: {',
    'virtual a {\n',
    'server a {\n',
    'virtual_server 10.0.0.1 80 {\n',
  ];
  return ['', '{"services": ', 'virtual_server 10.0.0.1 80 '].flatMap((head) =>
    openers.map((opener) =>
      of(`100,000 of ${JSON.stringify(opener)} behind ${JSON.stringify(head)}`, () =>
        utf8(head + opener.repeat(100_000)),
      ),
    ),
  );
}

function manyOfLvsCf(): string {
  const servers = (index: number) =>
    Array.from(
      { length: 10 },
      (_, at) => `server s${at} {\naddress = 10.${index >> 8}.${index & 255}.${at + 1}\nactive = 1\nweight = 2\n}\n`,
    ).join('');
  const services = Array.from(
    { length: 2000 },
    (_, index) => `virtual v${index} {\nactive = 1\nfwmark = ${index + 1}\nscheduler = wlc\n${servers(index)}}\n`,
  );
  return `network = direct\n${services.join('')}`;
}

function manyOfLdirectord(): string {
  const reals = (index: number) =>
    Array.from({ length: 10 }, (_, at) => `\treal=10.${index >> 8}.${index & 255}.${at + 1}:80 gate 2\n`).join('');
  const services = Array.from(
    { length: 2000 },
    (_, index) =>
      `virtual=192.0.${2 + (index >> 8)}.${index & 255}:80\n\tscheduler=wlc\n\tprotocol=tcp\n${reals(index)}`,
  );
  return services.join('');
}
