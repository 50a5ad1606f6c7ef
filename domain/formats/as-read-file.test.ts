import { describe, expect, it } from 'vitest';
import { type Definition, emptyDefinition } from '../definition/definition.ts';
import { asReadFile } from './as-read-file.ts';
import { leftOut, onLine, taken } from './note.ts';
import type { Note, NoteCode } from './read-file.ts';

const assembled = (definition: Partial<Definition>, notes: readonly Note[] = []) => ({
  definition: { ...emptyDefinition, ...definition },
  notes,
});

it('has read a file that sets something, even without a service', () => {
  const timeouts = { tcp: 900, tcpfin: null, udp: null };
  const read = asReadFile('lvs-cf', assembled({ settings: { ...emptyDefinition.settings, timeouts } }), []);
  expect(read).toMatchObject({ ok: true, definition: { settings: { timeouts } } });
});

it('says that nothing came of a file, in front of the reasons', () => {
  const reason = leftOut(onLine(3), 'inactive', 'virtual web');
  expect(asReadFile('lvs-cf', assembled({}), [reason])).toEqual({
    ok: false,
    format: 'lvs-cf',
    notes: [leftOut({ line: 0, lastLine: 0 }, 'no-services', 'lvs-cf'), reason],
  });
});

describe('a flood of notes', () => {
  const flood = (lines: number, codes: readonly NoteCode[]) =>
    Array.from({ length: lines }, (_, at) => leftOut(onLine(at + 1), codes[at % codes.length] ?? 'syntax', `${at}`));

  it('is left as it is where a file may have as many', () => {
    expect(asReadFile('lvs-cf', assembled({}, flood(49_000, ['syntax'])), []).notes).toHaveLength(49_001);
  });

  it('becomes one note for neighbours with one reason', () => {
    const kept = taken(onLine(60_001), 'kept');
    const { notes } = asReadFile('lvs-cf', assembled({}, [...flood(60_000, ['syntax']), kept]), []);
    expect(notes.slice(1)).toEqual([leftOut({ line: 1, lastLine: 60_000 }, 'syntax', '0'), kept]);
  });

  it('becomes one note for neighbours with any reason where there are far too many', () => {
    const { notes } = asReadFile('lvs-cf', assembled({}, flood(120_000, ['syntax', 'comment'])), []);
    expect(notes.slice(1)).toEqual([leftOut({ line: 1, lastLine: 120_000 }, 'syntax', '0')]);
  });
});
