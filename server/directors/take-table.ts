import { nobodyOut, placeText } from '../../domain/checks/out-by-health.ts';
import type { TableMessage } from '../../domain/wire/table-message.ts';
import { agentActor } from '../audit/actor.ts';
import type { Entry } from '../audit/entry.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { movedVips } from '../health/moved-vips.ts';
import type { Place } from '../live/fleet.ts';
import { updateDirector } from './store.ts';

/** Takes a director's newest table with its facts; writes down another boot, and VIPs that came or left. */
export async function takeTable(
  parts: ConsoleParts,
  { cluster, director }: Place,
  message: TableMessage,
  source: string,
): Promise<void> {
  const { services, facts, owned, outByHealth: out } = message;
  const { bootId: before, facts: factsBefore, name } = director;
  director.history.pushTable(services, facts.bootId);
  // With the table, so that a weight of 0 and its reason are known at once and it never looks like drift.
  const outByHealth = out ? new Set(out.map((place) => placeText(place.service, place.destination))) : nobodyOut;
  Object.assign(director, { facts, owned: new Set(owned), outByHealth, bootId: facts.bootId });
  parts.hub.touch();
  const vips = movedVips(cluster.definitions, factsBefore, facts);
  const entry = { cluster: cluster.name, director: name };
  const entries: Entry[] = [
    ...(before !== null && before !== facts.bootId
      ? [{ ...entry, action: 'director.restarted' as const, resource: name, before, after: facts.bootId }]
      : []),
    ...vips.lost.map((vip) => ({ ...entry, action: 'director.vip-lost' as const, resource: vip })),
    ...vips.gained.map((vip) => ({ ...entry, action: 'director.vip-gained' as const, resource: vip })),
  ];
  const [first, ...others] = entries;
  if (before === facts.bootId && !first) return;
  await recorded(parts.db, parts.now(), agentActor(name, source), async (tx) => {
    if (before !== facts.bootId) await updateDirector(tx, director.id, { bootId: facts.bootId });
    return first ? { value: undefined, entries: [first, ...others] } : { value: undefined, wroteNothing: true };
  });
}
