import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesWithoutNote, textOf } from '../printed-file.arbitrary.ts';
import { printedLvsCf } from './printed-lvs-cf.arbitrary.ts';
import { readLvsCf } from './read-lvs-cf.ts';

it('reads back every definition that an lvs.cf can say', () => {
  fc.assert(
    fc.property(printedLvsCf, ({ definition, lines, spacing }) => {
      const read = readLvsCf(textOf(lines, spacing));
      if (read.ok) expect(read.definition).toEqual(definition);
      else expect(definition.services).toEqual([]);
      expect(read.notes.filter((note) => note.kind === 'remark')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('loses no line: each is in a note, and one that can’t be read has one of its own', () => {
  fc.assert(
    fc.property(printedLvsCf, fc.nat(), fc.constantFrom('wibble', 'wibble = 1', '}}', '"'), (file, place, junk) => {
      const text = textOf(file.lines, file.spacing);
      expect(linesWithoutNote(text, readLvsCf(text).notes)).toEqual([]);
      const at = place % file.lines.length;
      const isStructure = file.lines[at]?.kind === 'structure';
      const broken = textOf(file.lines.with(at, { kind: 'other', text: junk }), file.spacing);
      const { notes } = readLvsCf(broken);
      expect(linesWithoutNote(broken, notes)).toEqual([]);
      const own = notes.filter((note) => note.line === at + 1 && note.lastLine === at + 1 && note.kind === 'left-out');
      if (!isStructure) expect(own).not.toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('lets no value that can’t be pass for another', () => {
  fc.assert(
    fc.property(printedLvsCf, fc.nat(), (file, place) => {
      const values = [...file.lines.entries()].filter(([, line]) => line.kind === 'value');
      const [at = 0, line] = values[place % values.length] ?? [];
      const broken = file.lines.with(at, { kind: 'value', text: `${line?.text.replace(/=.*/, '= wobble')}` });
      const { notes } = readLvsCf(textOf(broken, file.spacing));
      const about = notes.filter((note) => note.kind === 'left-out' && note.line <= at + 1 && note.lastLine >= at + 1);
      expect(about).not.toEqual([]);
    }),
    { numRuns: 200 },
  );
});
