import { asReadFile } from '../as-read-file.ts';
import { assembleDefinition } from '../assemble-definition.ts';
import { leftOut, onLine, taken } from '../note.ts';
import type { ReadFile } from '../read-file.ts';
import { tooLong } from '../too-long.ts';
import { parseVirtuals } from './parse-virtuals.ts';
import { readVirtual } from './read-virtual.ts';
import { type Statement, statementText } from './statement.ts';

/** Destinations of one file: a few bytes of ranges could stand for millions. */
const mostDestinations = 30_000;

/**
 * Reads an ldirectord.cf: what ldirectord would hand to ipvsadm(8) with every server up, with a note for everything else
 * (`read_config` and `ld_setup` of ldirectord).
 */
export function readLdirectord(text: string): ReadFile {
  const refused = tooLong('ldirectord', text);
  if (refused) return refused;
  const { virtuals, globals, notes } = parseVirtuals(text);
  const room = { destinations: mostDestinations };
  const used = new Set<Statement>();
  const drafts = virtuals.flatMap((block) => readVirtual(block, { globals, used }, room, notes) ?? []);
  for (const statement of globals.values()) {
    const [at, about] = [onLine(statement.line), statementText(statement)];
    notes.push(used.has(statement) ? taken(at, about) : leftOut(at, 'no-checks', about));
  }
  return asReadFile('ldirectord', assembleDefinition(drafts), notes);
}
