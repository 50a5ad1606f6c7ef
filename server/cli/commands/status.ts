import type { Cluster, DirectorHead, Finding } from '../answers.ts';
import type { Command } from '../command.ts';
import { durationText } from '../duration.ts';
import { exitCodes } from '../exit-code.ts';
import { clusterPath } from '../find-cluster.ts';
import { clusterOption } from '../options.ts';
import { type Cell, tableText } from '../table-text.ts';

export const status: Command = {
  name: ['status'],
  summary: 'Directors, virtual services and real servers as they are now',
  options: [clusterOption],
  run: async ({ api, terminal, cluster, world }) => {
    const clusters =
      cluster === null
        ? (await api.get<{ clusters: Cluster[] }>('/clusters')).clusters
        : [await api.get<Cluster>(clusterPath(cluster))];
    const { findings } = await api.get<{ findings: Finding[] }>('/findings', { cluster });
    if (terminal.asJson) {
      terminal.json({ clusters, findings });
      return exitCodes.done;
    }
    for (const [index, one] of clusters.entries()) {
      if (index > 0) terminal.line();
      terminal.line(terminal.paint(`${one.name}, revision ${one.revision}`, 'bold'));
      for (const lines of partsOf(one, world.now())) terminal.lines(['', ...lines]);
    }
    const serious = findings.filter(({ severity }) => severity !== 'notice').length;
    if (serious > 0) terminal.lines(['', terminal.paint(`${serious} findings: shoal findings`, 'yellow')]);
    return exitCodes.done;
  },
};

const partsOf = ({ directors, services, realServers }: Cluster, now: number): string[][] => [
  tableText(['DIRECTOR', 'STATE', 'AGE', 'HELD', 'WANTED'], directorRows(directors, now)),
  tableText(
    ['SERVICE', 'KEY', 'SCHEDULER', 'SERVING', 'OF', 'ACTIVE', 'INACT', 'CPS', 'BALANCE'],
    services.map((one): Cell[] => [
      ...[one.name, one.key, one.config, one.serving, one.destinations],
      ...[one.activeConn, one.inactConn, one.cps, one.verdict.kind],
    ]),
  ),
  tableText(
    ['REAL SERVER', 'STATE', 'ACTIVE', 'INACT', 'PERSIST', 'CPS', 'OUT BECAUSE'],
    realServers.map((one): Cell[] => [
      ...[one.name, one.state.kind, one.activeConn, one.inactConn, one.persistConn, one.cps],
      one.outBy.map(({ by, reason }) => `${reason} (${by})`).join('; '),
    ]),
  ),
];

/** Rows of directors, with how old the newest numbers are. */
export const directorRows = (directors: readonly DirectorHead[], now: number): Cell[][] =>
  directors.map(({ name, state, simulated, receivedAt, generation }) => [
    simulated ? `${name} (simulated)` : name,
    state,
    receivedAt === null ? null : durationText((now - receivedAt) / 1000),
    generation.held,
    generation.wanted,
  ]);
