import type { Overlay } from './answers.ts';
import type { Run } from './command.ts';
import { durationText } from './duration.ts';
import { Ending } from './exit-code.ts';
import { clusterPath } from './find-cluster.ts';
import type { Waiting } from './waiting.ts';

/** A destination that is out, as the API tells of it. */
export interface OutRow {
  readonly director: string;
  readonly service: string;
  readonly key: string;
  readonly realServer: string;
  readonly state: string;
  readonly drain: Progress | null;
}

interface Progress {
  readonly phase: string;
  readonly activeConn: number | null;
  readonly persistConn: number | null;
  readonly etaSeconds: number | null;
}

export interface Drains {
  readonly overlays: readonly Overlay[];
  readonly destinations: readonly OutRow[];
}

/** Waits until nothing is left on any director; ends the command when the drain was given up or asks what to do. */
export function untilDrained(
  { api }: Run,
  cluster: string,
  overlays: readonly string[],
  names: readonly string[],
  waiting: Waiting,
): Promise<readonly OutRow[]> {
  return waiting.until(async () => {
    const drains = await api.get<Drains>(`${clusterPath(cluster)}/drains`);
    const gone = overlays.filter((id) => !drains.overlays.some((overlay) => overlay.id === id));
    if (gone.length > 0)
      throw new Ending('failed', `${names.join(', ')}: the drain was ended meanwhile, or given up at its deadline.`);
    const rows = drains.destinations.filter(({ realServer, drain }) => drain && names.includes(realServer));
    const left = rows.filter(({ drain }) => drain?.phase !== 'drained');
    const late = left.filter(({ drain }) => drain?.phase === 'past-deadline');
    if (late.length > 0) throw new Ending('timedOut', `Past its deadline: ${late.map(rowText).join('; ')}`);
    if (left.length === 0) return { done: rows };
    return { left: left.map(rowText).join('; ') };
  });
}

/** `web1 in TCP 10.0.0.4:80 on lb1: draining, 12 active, 3 persistent, about 40 s`. */
export function rowText({ director, service, realServer, drain }: OutRow): string {
  const { phase = 'unknown', activeConn = null, persistConn = null, etaSeconds = null } = drain ?? {};
  const counts = [
    ...(activeConn === null ? [] : [`${activeConn} active`]),
    ...(persistConn ? [`${persistConn} persistent`] : []),
    ...(etaSeconds === null ? [] : [`about ${durationText(etaSeconds)}`]),
  ];
  return `${realServer} in ${service} on ${director}: ${[phase, ...counts].join(', ')}`;
}
