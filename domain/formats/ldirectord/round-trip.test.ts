import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesWithoutNote, textOf } from '../printed-file.arbitrary.ts';
import { printedLdirectord } from './printed-ldirectord.arbitrary.ts';
import { readLdirectord } from './read-ldirectord.ts';

it('reads back every definition that an ldirectord.cf can say', () => {
  fc.assert(
    fc.property(printedLdirectord, ({ definition, lines, spacing }) => {
      const read = readLdirectord(textOf(lines, spacing));
      if (read.ok) expect(read.definition).toEqual(definition);
      else expect(definition.services).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('loses no line: each is in a note, and one that can’t be read has one of its own', () => {
  fc.assert(
    fc.property(
      printedLdirectord,
      fc.nat(),
      fc.constantFrom('\twibble', '\twibble = 1', '[wibble]'),
      (file, place, junk) => {
        const text = textOf(file.lines, file.spacing);
        expect(linesWithoutNote(text, readLdirectord(text).notes)).toEqual([]);
        const at = place % file.lines.length;
        const broken = textOf(file.lines.with(at, { kind: 'other', text: junk }), file.spacing);
        const { notes } = readLdirectord(broken);
        expect(linesWithoutNote(broken, notes)).toEqual([]);
        const own = notes.filter(
          (note) => note.line === at + 1 && note.lastLine === at + 1 && note.kind === 'left-out',
        );
        expect(own).not.toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

it('lets no value that can’t be pass for another', () => {
  fc.assert(
    fc.property(printedLdirectord, fc.nat(), (file, place) => {
      const values = [...file.lines.entries()].filter(
        ([, line]) => line.kind !== 'other' && !/servicename/.test(line.text),
      );
      const [at = 0, line] = values[place % values.length] ?? [];
      const broken = file.lines.with(at, { kind: 'value', text: `${line?.text.replace(/=.*/, '= wobble')}` });
      const { notes } = readLdirectord(textOf(broken, file.spacing));
      const about = notes.filter((note) => note.kind === 'left-out' && note.line <= at + 1 && note.lastLine >= at + 1);
      expect(about).not.toEqual([]);
    }),
    { numRuns: 200 },
  );
});
