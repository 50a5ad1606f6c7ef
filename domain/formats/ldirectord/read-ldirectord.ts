import { asReadFile } from '../as-read-file.ts';
import { assembleDefinition } from '../assemble-definition.ts';
import type { ReadFile } from '../read-file.ts';
import { parseVirtuals } from './parse-virtuals.ts';
import { readVirtual } from './read-virtual.ts';

/**
 * Reads an ldirectord.cf: what ldirectord would hand to ipvsadm(8) with every server up, with a note for everything else
 * (`read_config` and `ld_setup` of ldirectord).
 */
export function readLdirectord(text: string): ReadFile {
  const { virtuals, notes } = parseVirtuals(text);
  const drafts = virtuals.flatMap((block) => readVirtual(block, notes) ?? []);
  return asReadFile('ldirectord', assembleDefinition(drafts), notes);
}
