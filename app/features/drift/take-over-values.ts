import type { Problem } from '../../../domain/definition/change.ts';
import type { Definition } from '../../../domain/definition/definition.ts';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import { type ServiceKeyText, serviceKeyText } from '../../../domain/lvs/service-key.ts';
import type { VirtualService } from '../../../domain/lvs/table.ts';
import { freeName, takenService } from './taken-service.ts';

/** The names that services get; one that is defined already keeps its own. */
export type TakenNames = ReadonlyMap<ServiceKeyText, { readonly name: string; readonly fixed: boolean }>;

/** A name for each service: that of the definition, or one made of its key that nobody has. */
export function namesOf(services: readonly VirtualService[], definition: Definition): TakenNames {
  const defined = new Map(definition.services.map((one) => [serviceKeyText(one.key), one.name]));
  const taken = new Set(definition.services.map(({ name }) => name));
  return new Map(
    services.map((service) => {
      const key = serviceKeyText(service.key);
      const own = defined.get(key);
      const name = own ?? freeName(service, taken);
      taken.add(name);
      return [key, { name, fixed: own !== undefined }];
    }),
  );
}

/** The services by the names that were typed, and the first thing that is wrong with each of the others. */
export function takenOrWrong(services: readonly VirtualService[], names: TakenNames, definition: Definition) {
  const taken: ServiceDefinition[] = [];
  const wrong = new Map<ServiceKeyText, Problem>();
  const keys = new Set(services.map(({ key }) => serviceKeyText(key)));
  const used = new Set(definition.services.filter(({ key }) => !keys.has(serviceKeyText(key))).map(({ name }) => name));
  for (const service of services) {
    const key = serviceKeyText(service.key);
    const read = takenService(service, names.get(key)?.name ?? '');
    if (!read.ok) wrong.set(key, read.problems[0] ?? { path: [], message: 'invalid' });
    else if (used.has(read.service.name)) wrong.set(key, { path: ['name'], message: 'service-name-twice' });
    else taken.push(read.service);
    if (read.ok) used.add(read.service.name);
  }
  return { taken, wrong };
}
