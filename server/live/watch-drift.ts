import { staleAfter } from '../../domain/display/director-state.ts';
import { ipvsadmLine } from '../../domain/plan/ipvsadm-line.ts';
import { consoleActor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { updateDirector } from '../directors/store.ts';
import { generationFor, meantFor } from '../intents/meant.ts';
import type { Place } from './fleet.ts';

const repairedWithin = 10_000;
/** Lines of one drift that the audit log keeps. */
const keptLines = 50;

/** Writes to the audit log when a director's drift begins and when it is over, once each. */
export async function watchDrift(parts: ConsoleParts, place: Place): Promise<void> {
  const { cluster, director } = place;
  const drifts = director.findings.flatMap((finding) => (finding.code === 'drift' ? finding.steps : []));
  const at = parts.now();
  director.driftSince = drifts.length > 0 ? (director.driftSince ?? at) : null;
  const seen = director.driftSince !== null && at - director.driftSince >= patience(place);
  if (seen === director.drifted || (!seen && (drifts.length > 0 || !isInStep(place, at)))) return;
  director.drifted = seen;
  const { name } = director;
  await recorded(parts.db, parts.now(), consoleActor, async (tx) => {
    await updateDirector(tx, director.id, { drifted: seen });
    const entry = {
      ...{ cluster: cluster.name, director: name, resource: name, generation: generationFor(place) },
      ...(seen
        ? { action: 'drift.seen' as const, after: drifts.slice(0, keptLines).map(ipvsadmLine) }
        : { action: 'drift.gone' as const }),
    };
    return { value: undefined, entries: [entry] };
  });
}

/** Milliseconds that an agent gets to put right what drifted, where it does so: its repairs have entries of their own. */
const patience = (place: Place): number =>
  meantFor(place)?.definition.settings.drift === 'repair' ? repairedWithin : 0;

/** Whether no drift means that it is over, and not that the kernel isn't known or an intent is on its way. */
function isInStep(place: Place, at: number): boolean {
  const { director } = place;
  const heard = director.history.latest?.receivedAt ?? 0;
  return director.connected && at - heard <= staleAfter && director.applied === generationFor(place);
}
