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

/** Words that a directive has, where it isn't one: keepalived passes over what stands behind them on the line. */
const wordsOf: Readonly<Record<string, number>> = { lb_kind: 10, lvs_method: 10, ops: 0 };

/**
 * Notes what stands in the braces of a directive that has none, what stands behind its words, and a directive that
 * stands in its block again.
 */
export function noteOddities(directive: Directive, seen: Map<string, number>, notes: Note[]): void {
  const further = directive.words.slice(/^(flag|sh|mh)-/.test(directive.name) ? 0 : (wordsOf[directive.name] ?? 1));
  if (further.length > 0) notes.push(leftOut(onLine(directive.line), 'not-in-effect', further.join(' ')));
  if (directive.body) notes.push(leftOut(directive, 'syntax', `${directiveText(directive)} {`));
  if (seen.has(directive.name)) notes.push(remark(onLine(directive.line), 'given-twice', directiveText(directive)));
  seen.set(directive.name, directive.line);
}
