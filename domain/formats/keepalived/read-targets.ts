import { maximumServices } from '../../definition/definition.ts';
import { addressOf } from '../address-of.ts';
import { leftOut, onLine, remark, taken } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import { portOf } from '../service-ports.ts';
import { type Directive, directiveText } from './directive.ts';
import { fwmarkOf, readGroup, type Target } from './read-group.ts';

/** The virtual_server_groups of a file by name, and how many targets may still be made of them. */
export interface Groups {
  readonly byName: ReadonlyMap<string, Directive>;
  /** The targets of the groups that were used. */
  readonly used: Map<string, readonly Target[]>;
  /** Services and destinations that groups may still make: used over and over, a few lines would make millions. */
  servicesLeft: number;
  destinationsLeft: number;
}

/** What a `virtual_server` line is about: its address and port, its mark, or all of its group. Notes if that is nothing. */
export function readTargets(block: Directive, groups: Groups, notes: Note[]): readonly Target[] {
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

function readTargetsOfGroup(block: Directive, groups: Groups, notes: Note[]): readonly Target[] | undefined {
  const name = block.words[1] ?? '';
  const group = groups.byName.get(name);
  if (!group) return undefined;
  notes.push(taken(block, directiveText(block)));
  const known = groups.used.get(name);
  if (known) return known;
  notes.push(taken(group, directiveText(group)));
  const targets = readGroup(group, maximumServices, notes);
  groups.used.set(name, targets);
  return targets;
}

/** As many of the targets as a file may still make services of, with `destinations` each; notes if not all. */
export function withinBounds(
  block: Directive,
  targets: readonly Target[],
  destinations: number,
  groups: Groups,
  notes: Note[],
): readonly Target[] {
  if (block.words[0] !== 'group') return targets;
  const most = Math.min(groups.servicesLeft, Math.floor(groups.destinationsLeft / Math.max(1, destinations)));
  const kept = targets.slice(0, most);
  groups.servicesLeft -= kept.length;
  groups.destinationsLeft -= kept.length * destinations;
  if (kept.length < targets.length) notes.push(leftOut(block, 'too-many', String(kept.length)));
  return kept;
}
