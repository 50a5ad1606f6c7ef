import { leftOut, onLine, remark } from '../note.ts';
import type { Note } from '../read-file.ts';
import { type Directive, directiveText } from './directive.ts';
import { reasonOf } from './reason-of.ts';

/** Notes a directive that has no counterpart, with its block as a whole, by the reason that its name tells. */
export function leaveOut(directive: Directive, notes: Note[]): void {
  notes.push(leftOut(directive, reasonOf(directive.name), directiveText(directive)));
  // Of a vrrp_instance the addresses matter most: somebody has to set them up.
  for (const inner of directive.body ?? [])
    if (inner.name.startsWith('virtual_ipaddress'))
      notes.push(leftOut(inner, 'no-virtual-address-set-up', (inner.body ?? []).map(({ name }) => name).join(' ')));
}

/** Notes what stands in the braces of a directive that has none, and a directive that stands in its block again. */
export function noteOddities(directive: Directive, seen: Map<string, number>, notes: Note[]): void {
  if (directive.body) notes.push(leftOut(directive, 'syntax', `${directiveText(directive)} {`));
  if (seen.has(directive.name)) notes.push(remark(onLine(directive.line), 'given-twice', directiveText(directive)));
  seen.set(directive.name, directive.line);
}
