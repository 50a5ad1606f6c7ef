import type { Change } from '../../domain/definition/change.ts';
import type { ServiceDefinition } from '../../domain/definition/service-definition.ts';
import { destinationKeyText } from '../../domain/lvs/destination-key.ts';
import { serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { ConsoleCaller } from '../console/console-caller.ts';
import type { BenchCluster } from './open-bench.ts';

export interface Revisions {
  /** Writes another weight of a service's destination; resolves when it is written, which is before it is applied. */
  setWeight(cluster: BenchCluster, service: ServiceDefinition, destination: number, weight: number): Promise<void>;
}

/** Changes of the definitions, one after the other: cases that run at once would else write on each other's base. */
export function revisionsOf(caller: ConsoleCaller): Revisions {
  let turn = Promise.resolve();
  const write = async (cluster: BenchCluster, change: Change) => {
    const { revision } = await caller.definition.current.query({ cluster });
    const asked = { cluster, base: revision, change, reason: 'the bench of causes' };
    const applied = await caller.definition.applyChange.mutate(asked);
    if (!applied.ok) throw new Error(`the change was refused: ${JSON.stringify(applied)}`);
  };
  return {
    setWeight: (cluster, service, index, weight) => {
      const written = service.destinations[index];
      if (!written) throw new Error(`${service.name} has no destination ${index}`);
      const change: Change = {
        kind: 'edit-destination',
        ...{ service: serviceKeyText(service.key), key: destinationKeyText(written) },
        destination: { ...written, weight },
      };
      const done = turn.then(() => write(cluster, change));
      turn = done.catch(() => {});
      return done;
    },
  };
}
