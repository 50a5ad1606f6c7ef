import { type ServiceDefinition, serviceDefinitionSchema } from '../../../domain/definition/service-definition.ts';
import type { DestinationKeyText } from '../../../domain/lvs/destination-key.ts';
import { takesFlags } from '../../../domain/lvs/scheduler.ts';
import { plainConfig } from '../../../domain/plan/differences.ts';
import { ipvsadmConfigText } from '../../../domain/plan/ipvsadm-line.ts';
import { replayableSchedulers } from '../../../domain/scheduling/scheduler-named.ts';
import { withWeights } from './replayed-as.ts';

/** Another way to schedule a service, under the words that ipvsadm has for it. */
export interface Alternative {
  readonly id: string;
  readonly name: string;
  readonly service: ServiceDefinition;
}

const asItIs = 'as-it-is';

/**
 * The service as it is, then with each scheduler that can be replayed, for sh and mh by the port, too, all of them
 * with these weights.
 */
export function alternativesOf(
  service: ServiceDefinition,
  withPersistence: boolean,
  weights: ReadonlyMap<DestinationKeyText, number>,
): readonly Alternative[] {
  const persistence = withPersistence ? service.persistence : null;
  const engine = persistence ? service.persistenceEngine : null;
  const weighed = withWeights(service, weights);
  const current = JSON.stringify(service);
  const all = variants.flatMap((variant) => {
    const changed = serviceDefinitionSchema.safeParse({
      ...{ ...weighed, ...variant, persistence, persistenceEngine: engine },
    });
    if (!changed.success || JSON.stringify(changed.data) === current) return [];
    const name = configName(changed.data);
    return [{ id: name, name, service: changed.data }];
  });
  return [{ id: asItIs, name: configName(service), service }, ...all];
}

const variants = replayableSchedulers.flatMap(
  (scheduler): Pick<ServiceDefinition, 'scheduler' | 'schedulerFlags'>[] => {
    const plain = { scheduler, schedulerFlags: [] };
    return takesFlags(scheduler) ? [plain, { scheduler, schedulerFlags: ['port'] }] : [plain];
  },
);

const configName = (service: ServiceDefinition): string => ipvsadmConfigText(service.key, plainConfig(service));
