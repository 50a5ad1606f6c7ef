import { expect, it } from 'vitest';
import { definitionSchema } from '../../../domain/definition/definition.ts';
import { decodeText } from '../../../domain/formats/decode-text.ts';
import { linesWithoutNote } from '../../../domain/formats/printed-file.arbitrary.ts';
import { readAny } from '../../../domain/formats/read-any.ts';
import { type ReadableFormat, type ReadFile, readableFormats } from '../../../domain/formats/read-file.ts';
import { parseYaml } from '../../lib/parse-yaml.ts';
import { type BrokenFile, cutFiles, hugeFiles, miscodedFiles, strangeFiles } from './broken-files.example.ts';
import { wholeTexts } from './whole-files.example.ts';

/** As what a file is read: what it is recognised as, and whatever else a person may say it is. */
const everyWay: readonly (ReadableFormat | null)[] = [null, ...readableFormats];

const readAs = (bytes: Uint8Array, format: ReadableFormat | null): ReadFile =>
  readAny(bytes, { yaml: parseYaml }, format);

/** That a file gave a definition that can be had, or reasons; and that its notes are such as a screen can show. */
function expectSound(read: ReadFile): void {
  if (read.ok) expect(definitionSchema.safeParse(read.definition).success).toBe(true);
  else expect(read.notes.filter((note) => note.kind === 'left-out')).not.toEqual([]);
  let before = 0;
  let faults = 0;
  for (const note of read.notes) {
    if (note.line < before || note.lastLine < note.line) faults++;
    if (note.kind !== 'taken' && note.about.length > 200) faults++;
    before = note.line;
  }
  expect(faults).toBe(0);
}

/** That each line that says something is in a note, if anything was taken of the file. */
function expectNothingLost(file: BrokenFile, read: ReadFile): void {
  const decoded = decodeText(file.bytes());
  if (!read.ok || !decoded.ok) return;
  const lines = decoded.text.split('\n');
  const lost = linesWithoutNote(decoded.text, read.notes).map((number) => lines[number - 1] ?? '');
  expect(lost.filter((line) => !isFrame(line))).toEqual([]);
}

/** Brackets, the `;;` of a shell, and headings of lists and maps in JSON and YAML say nothing by themselves. */
const isFrame = (line: string): boolean =>
  /^[\s[\]{},;]*$/.test(line) ||
  /^\s*"?(realServers|settings|timeouts|sysctls|services|destinations)"?:\s*[[{]?\s*$/.test(line);

it('every whole file is recognised and read', () => {
  const read = Object.entries(wholeTexts).map(
    ([name, text]) => [name, readAs(new TextEncoder().encode(text), null)] as const,
  );
  expect(read.map(([name, { ok, format }]) => `${name}: ${format} ${ok}`)).toEqual([
    'lvs.cf: lvs-cf true',
    'ldirectord.cf: ldirectord true',
    'keepalived.conf: keepalived true',
    'keepalived.conf of ours: keepalived true',
    'rules: ipvsadm-save true',
    'script: ipvsadm-save true',
    'JSON: shoal-json true',
    'YAML: shoal-yaml true',
  ]);
});

it.each([...cutFiles, ...miscodedFiles, ...strangeFiles])('$name', (file) => {
  for (const format of everyWay) {
    const read = readAs(file.bytes(), format);
    expectSound(read);
    expectNothingLost(file, read);
  }
});

/** Each as what it is, and in turn as something that it isn't. */
it.each(hugeFiles.map((file, index) => ({ ...file, other: readableFormats[index % readableFormats.length] ?? null })))(
  '$name, also as $other',
  { timeout: 30_000 },
  ({ bytes, other }) => {
    const whole = bytes();
    for (const format of [null, other]) expectSound(readAs(whole, format));
  },
);
