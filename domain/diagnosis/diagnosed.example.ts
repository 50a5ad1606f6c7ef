import type { Definition } from '../definition/definition.ts';
import { definitionSchema } from '../definition/definition.ts';
import type { ServiceDefinition } from '../definition/service-definition.ts';
import { desiredTable } from '../desired/desired-table.ts';
import {
  clusterRecord,
  directorRecord,
  type Numbers,
  observe,
  quietFacts,
  tutorialDefinition,
} from '../display/cluster-record.example.ts';
import type { DirectorRecord } from '../display/records.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import type { DirectorFacts } from '../observation/observation.ts';
import { diagnose } from './diagnose.ts';
import type { Finding } from './finding.ts';

interface Watched {
  readonly seconds: number;
  readonly numbers: (second: number, destination: string) => Numbers;
  /** The kernel's table from a second on, where it changes. */
  readonly changes?: readonly { readonly at: number; readonly definition: Definition }[];
  readonly facts?: (second: number) => Partial<DirectorFacts>;
  /** What its checks say, by `placeText`, and what is out by them. */
  readonly checks?: (second: number) => Partial<Pick<DirectorRecord, 'health' | 'outByHealth'>>;
  /** Another director of the cluster, which is never heard. */
  readonly paired?: boolean;
}

export interface Diagnosed {
  readonly findings: readonly Finding[];
  /** The second in which each code was said first. */
  readonly firstSaid: ReadonlyMap<string, number>;
}

/** The findings of a director that is watched for some seconds, once a second as the console does it. */
export function diagnosed(definition: Definition, watched: Watched): Diagnosed {
  const { seconds, numbers, changes = [], facts = () => ({}), paired = false } = watched;
  const checks: NonNullable<Watched['checks']> = watched.checks ?? (() => ({}));
  const others = paired ? [directorRecord({ name: 'lb2', lastSeen: null })] : [];
  const owned = new Set(definition.services.map((service) => serviceKeyText(service.key)));
  let record: DirectorRecord = directorRecord({ owned });
  const firstSaid = new Map<string, number>();
  let now = definition;
  const tableAt = (second: number) => desiredTable(now, [], [], checks(second).outByHealth).services;
  let table = tableAt(0);
  let findings: readonly Finding[] = [];
  for (let second = 0; second <= seconds; second++) {
    const changed = changes.find(({ at }) => at === second);
    if (changed) {
      now = changed.definition;
      table = tableAt(second);
    }
    observe(record.history, table, [second], numbers);
    record = { ...record, facts: { ...quietFacts, ...facts(second) }, ...checks(second) };
    findings = diagnose(clusterRecord({ definition: now, directors: [record, ...others] }), record, second * 1000);
    for (const { code } of findings) if (!firstSaid.has(code)) firstSaid.set(code, second);
  }
  return { findings, firstSaid };
}

/** The tutorial's service with other settings, and equal weights unless given. */
export function tutorialAs(service: Partial<ServiceDefinition>, weights: readonly number[] = [1, 1]): Definition {
  const [tutorial] = tutorialDefinition.services;
  if (!tutorial) throw new Error('the tutorial has a service');
  const destinations = tutorial.destinations.map((to, index) => ({ ...to, weight: weights[index] ?? 1 }));
  return definitionSchema.parse({ ...tutorialDefinition, services: [{ ...tutorial, destinations, ...service }] });
}

/** The same with other settings of its destinations. */
export const destinationsAs = (more: Partial<ServiceDefinition['destinations'][number]>, first = true) =>
  (tutorialDefinition.services[0]?.destinations ?? []).map((to, index) => ({
    ...to,
    weight: 1,
    ...(index === 0 || !first ? more : {}),
  }));
