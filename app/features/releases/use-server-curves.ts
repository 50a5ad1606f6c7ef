'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReleaseView } from '../../../domain/release/release-view.ts';
import { consoleClient } from '../../lib/console-client.ts';

/** ActiveConn of each server since the release began; null is a gap. */
export type ServerCurves = ReadonlyMap<string, readonly (number | null)[]>;

const points = 90;
/** Most servers whose curves are read; more are too many to look at together. */
const mostServers = 40;

const noCurves: ServerCurves = new Map();

/** How the connections of the release's servers went, by the first of its directors; read again every five seconds. */
export function useServerCurves({ plan, startedAt, state }: ReleaseView): ServerCurves {
  const director = plan.directors[0];
  const servers = plan.waves.flatMap((wave) => wave.servers.map(({ name }) => name)).slice(0, mostServers);
  const { data } = useQuery({
    queryKey: ['release-curves', plan.id, director],
    enabled: director !== undefined,
    queryFn: async (): Promise<ServerCurves> => {
      const to = state.endedAt ?? Date.now();
      const read = await Promise.all(
        servers.map(async (name) => {
          const answer = await consoleClient().history.series.query({
            ...{ cluster: plan.cluster, director: director ?? '', of: { kind: 'real-server', name } },
            ...{ from: Math.min(startedAt, to - 60_000), to, points, fields: ['activeConn'] },
          });
          return [name, answer.fields.activeConn ?? []] as const;
        }),
      );
      return new Map(read);
    },
    refetchInterval: state.endedAt === null ? 5000 : false,
  });
  return data ?? noCurves;
}
