import type { RealServer } from '../../definition/definition.ts';
import { type DriftPolicy, type Guard, noGuard, type Settings } from '../../definition/settings.ts';
import { parseDefinitionComment } from '../definition-comments.ts';
import { leftOut, taken } from '../note.ts';
import type { Note } from '../read-file.ts';
import { parseShoalComment } from '../shoal-comment.ts';
import type { Directive } from './directive.ts';

/** What our comments say of the definition as a whole. */
export interface CommentedDefinition {
  realServers: RealServer[];
  sysctls: Settings['sysctls'];
  drift: DriftPolicy;
  guard: Guard;
  /** Whether the file is an export of ours. */
  isOurs: boolean;
}

/** Reads comments of ours; one that says nothing, or names a real server twice, has a note. */
export function readDefinitionComments(comments: readonly Directive[], notes: Note[]): CommentedDefinition {
  const read: CommentedDefinition = { realServers: [], sysctls: {}, drift: 'report', guard: noGuard, isOurs: false };
  const names = new Set<string>();
  const addresses = new Set<string>();
  const isNew = ({ name, addresses: all }: RealServer): boolean => {
    if (names.has(name) || all.some((address) => addresses.has(address))) return false;
    names.add(name);
    for (const address of all) addresses.add(address);
    return true;
  };
  for (const { words, ...lines } of comments) {
    const text = (words[0] ?? '').trim();
    const comment = parseShoalComment(text);
    const part = comment && parseDefinitionComment(comment);
    let understood = true;
    if (comment?.subject === 'definition') read.isOurs = true;
    else if (part?.kind === 'real-server' && isNew(part.realServer)) read.realServers.push(part.realServer);
    else if (part?.kind === 'sysctls') read.sysctls = part.sysctls;
    else if (part?.kind === 'drift') read.drift = part.drift;
    else if (part?.kind === 'guard') read.guard = part.guard;
    else understood = false;
    notes.push(understood ? taken(lines, text) : leftOut(lines, 'value-invalid', text));
  }
  return read;
}
