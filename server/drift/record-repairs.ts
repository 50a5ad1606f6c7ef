import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Place } from '../live/fleet.ts';

/** Lines of the newest repair that the audit log keeps. */
const keptLines = 50;

/** Writes to the audit log what a director's agent put right by itself, when that is due. */
export async function recordRepairs(parts: ConsoleParts, { cluster, director }: Place): Promise<void> {
  const at = parts.now();
  const repairs = director.repairs.due(at);
  if (!repairs) return;
  const { times, total, failed, generation, readBack } = repairs;
  const went = failed === 0 && readBack === 'agrees';
  const lines = repairs.results.slice(0, keptLines).map(({ line, error }) => (error ? `${line}: ${error}` : line));
  const { name } = director;
  await recorded(parts.db, at, { name, kind: 'agent', role: null, source: null }, async () => ({
    value: undefined,
    entries: [
      {
        action: went ? 'drift.repaired' : 'drift.repair-failed',
        outcome: went ? 'done' : 'failed',
        ...{ cluster: cluster.name, director: name, resource: name, generation },
        after: { times, total, failed, readBack, lines },
      },
    ],
  }));
  parts.hub.touch();
}
