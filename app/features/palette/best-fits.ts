import { matches } from '../../lib/matches.ts';

/** Most results of a kind: who needs more types another letter. */
const most = 8;

/** What fits best of what was typed: every word in its name or beside it, those that begin so first. */
export function bestFits<Thing extends { readonly name: string; readonly more: string }>(
  things: readonly Thing[],
  typed: string,
): readonly Thing[] {
  const start = typed.trim().toLowerCase();
  const fitting = things.filter(({ name, more }) => matches(typed, name, more));
  const begins = fitting.filter(({ name }) => name.toLowerCase().startsWith(start));
  const others = fitting.filter(({ name }) => !name.toLowerCase().startsWith(start));
  return [...begins, ...others].slice(0, most);
}
