import { definitionSchema } from '../../domain/definition/definition.ts';
import type { ConsoleCaller } from '../console/console-caller.ts';
import { signIn } from '../console/console-caller.ts';
import { untilInStep } from '../demo/define-demo.ts';
import { holdVip } from '../lab/hold-vip.ts';
import type { Lab, LabProcess } from '../lab/lab.ts';
import { allDirectors, type Director, insideAddress, publicAddress, realServers } from '../lab/namespaces.ts';
import { startAgent } from '../lab/start-agent.ts';
import { openTraffic, type Traffic, type TrafficMachine } from '../lab/start-traffic.ts';
import { openSite } from '../tasks/open-site.ts';
import type { CauseCase } from './cause-case.ts';
import { type Revisions, revisionsOf } from './revisions.ts';
import { type Watch, watchClusters } from './watch.ts';

/** The clusters of the bench: lb1 alone, where most causes live side by side, and a pair. */
export const benchClusters = { alone: ['lb1'], pair: ['lb2', 'lb3'] } as const satisfies Record<string, Director[]>;
export type BenchCluster = keyof typeof benchClusters;

export const clusterOf = (director: Director): BenchCluster => (director === 'lb1' ? 'alone' : 'pair');

/** A console, a lab with three directors in two clusters, and two client machines. */
export interface Bench {
  readonly lab: Lab;
  readonly caller: ConsoleCaller;
  readonly watch: Watch;
  readonly clients: { readonly c1: TrafficMachine; readonly c2: TrafficMachine };
  readonly agents: ReadonlyMap<Director, LabProcess>;
  readonly revisions: Revisions;
  /** Traffic of which no request fails, unless the machine is too busy for the lab. */
  readonly fair: Traffic[];
  close(): Promise<void>;
}

/** Opens the bench with all services of the cases defined, in step, and their VIPs on their directors. */
export async function openBench(cases: readonly CauseCase[]): Promise<Bench> {
  const site = await openSite();
  const { lab, firstSignIn } = site;
  const caller = await signIn(site.console.url, firstSignIn.username, firstSignIn.password);
  const agents = new Map<Director, LabProcess>();
  for (const [cluster, directors] of Object.entries(benchClusters) as [BenchCluster, Director[]][]) {
    await caller.clusters.create.mutate({ name: cluster });
    const services = cases.filter((one) => clusterOf(one.director) === cluster).flatMap((one) => one.services);
    const named = realServers.map((name) => ({ name, addresses: [publicAddress(name), insideAddress(name)] }));
    const definition = definitionSchema.parse({ realServers: named, services });
    const change = { kind: 'replace' as const, definition };
    const reason = 'the bench of causes';
    const applied = await caller.definition.applyChange.mutate({ cluster, base: 0, change, reason });
    if (!applied.ok) throw new Error(`the definition was refused: ${JSON.stringify(applied)}`);
    for (const name of directors) {
      const { token } = await caller.directors.token.mutate({ cluster, name, reason });
      agents.set(name, await startAgent(lab, name, { token }));
    }
  }
  // The gateway knows one neighbour for each: a VIP of lb3's is one that moves there.
  for (const [servers, group] of Map.groupBy(cases, (one) => one.vipOn ?? realServers))
    for (const director of ['lb1', 'lb2'] as const) {
      const vips = group.filter((one) => (one.director === 'lb1' ? 'lb1' : 'lb2') === director).flatMap(vipsOf);
      if (vips.length > 0) await holdVip(lab, [...new Set(vips)], director, servers);
    }
  await untilInStep(caller, allDirectors.length);
  const [c1, c2] = await Promise.all([openTraffic(lab, 'c1'), openTraffic(lab, 'c2')]);
  const watch = watchClusters(caller, Object.keys(benchClusters));
  return {
    ...{ lab, caller, watch, agents, clients: { c1, c2 }, revisions: revisionsOf(caller), fair: [] },
    close: async () => {
      watch.stop();
      await site.close();
    },
  };
}

const vipsOf = ({ services }: CauseCase): string[] =>
  services.flatMap(({ key }) => (key.kind === 'address' ? [key.address] : []));
