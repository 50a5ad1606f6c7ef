import { asReadFile } from '../as-read-file.ts';
import { assembleDefinition } from '../assemble-definition.ts';
import type { ReadFile } from '../read-file.ts';
import { readComments } from './read-comments.ts';
import { readRules } from './read-rules.ts';
import { ruleLines } from './rule-lines.ts';

/**
 * The definition that rules of ipvsadm make: what ipvsadm-save(8) printed, what `ipvsadm -R` would read, or the
 * `ipvsadm` lines of a shell script.
 *
 * A rule stands for what ipvsadm would do with it, defaults included. Names and settings that Shoal's export carries in
 * comments are read back.
 */
export function readIpvsadmSave(text: string): ReadFile {
  const lines = ruleLines(text);
  const rules = readRules(lines.rules);
  const { services, realServers, settings, notes } = readComments(rules, lines.comments);
  const assembled = assembleDefinition(services, settings);
  const definition = { ...assembled.definition, realServers: [...realServers] };
  return asReadFile('ipvsadm-save', { ...assembled, definition }, lines.notes.concat(rules.notes, notes));
}
