import { outcomeText } from '../../domain/checks/check-outcome.ts';
import type { Actor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Place } from '../live/fleet.ts';
import type { ToldFlips } from './flip-tally.ts';

/** Places that an entry for many of them names. */
const keptPlaces = 50;

/** Writes to the audit log which destinations a director's checks took out or brought back. */
export async function recordFlips(parts: ConsoleParts, { cluster, director }: Place): Promise<void> {
  const at = parts.now();
  const [first, ...others] = director.flips.due(at);
  if (!first) return;
  const { name } = director;
  const actor: Actor = { name, kind: 'agent', role: null, source: null, signedInBy: 'key' };
  const entry = (told: ToldFlips) => ({ cluster: cluster.name, director: name, ...entryOf(told, name) });
  await recorded(parts.db, at, actor, async () => ({
    value: undefined,
    entries: [entry(first), ...others.map(entry)],
  }));
}

function entryOf({ verdict, flips, untold }: ToldFlips, director: string) {
  const action = verdict === 'failing' ? ('health.failed' as const) : ('health.passed' as const);
  const [flip] = flips;
  if (!flip || flips.length > 1) {
    const places = flips.slice(0, keptPlaces).map(({ place }) => place);
    return { action, resource: director, after: { destinations: flips.length, places } };
  }
  const reason = verdict === 'failing' && flip.outcome ? outcomeText(flip.outcome) : null;
  return { action, resource: flip.place, reason, ...(untold > 0 ? { after: { untold } } : {}) };
}
