import { addressOf } from '../address-of.ts';
import { leftOut, onLine, remark, taken } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import { portOf } from '../service-ports.ts';
import { type Directive, directiveText } from './directive.ts';
import { fwmarkOf, readGroup, type Target } from './read-group.ts';

/** The virtual_server_groups of a file by name, and how many targets may still be made of them. */
export interface Groups {
  readonly byName: ReadonlyMap<string, Directive>;
  readonly used: Set<string>;
  /** Services that a definition holds; groups that are used over and over must not make more. */
  left: number;
}

/** What a `virtual_server` line is about: its address and port, its mark, or all of its group. Notes if that is nothing. */
export function readTargets(block: Directive, groups: Groups, notes: Note[]): Target[] {
  const { line, lastLine } = block;
  const [host = '', word] = block.words;
  const refuse = (code: NoteCode, about: string): [] => {
    notes.push(leftOut(block, code, about));
    return [];
  };
  if (host === '') return refuse('value-missing', directiveText(block));
  if (host === 'group')
    return readTargetsOfGroup(block, groups, notes) ?? refuse('service-without-address', directiveText(block));
  if (host === 'fwmark') {
    const fwmark = fwmarkOf(word);
    if (fwmark === undefined) return refuse('fwmark-out-of-range', directiveText(block));
    return [{ line, lastLine, kind: 'fwmark', fwmark, family: null }];
  }
  // keepalived takes an address with a prefix length, and passes over the length.
  const [plain = '', prefix] = host.split('/');
  const address = addressOf(plain);
  if (!address.ok) return refuse(address.code, address.about);
  const port = word === undefined ? 0 : portOf(word);
  if (port === undefined) return refuse('port-unknown', directiveText(block));
  if (prefix !== undefined) notes.push(remark(onLine(line), 'lax-grammar', host));
  return [{ line, lastLine, kind: 'address', address: address.address, port }];
}

function readTargetsOfGroup(block: Directive, groups: Groups, notes: Note[]): Target[] | undefined {
  const name = block.words[1] ?? '';
  const group = groups.byName.get(name);
  if (!group) return undefined;
  // What is wrong with its entries is noted once, however many use it.
  const targets = readGroup(group, groups.left, groups.used.has(name) ? [] : notes);
  if (!groups.used.has(name)) notes.push(taken(group, directiveText(group)));
  groups.used.add(name);
  groups.left -= targets.length;
  notes.push(taken(block, directiveText(block)));
  return targets;
}
