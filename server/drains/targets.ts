import type { Definition } from '../../domain/definition/definition.ts';
import { realServerNames } from '../../domain/definition/real-server.ts';
import { destinationKeyText } from '../../domain/lvs/destination-key.ts';
import { serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { DrainTarget } from '../../domain/overlay/overlay.ts';

/** Whether a definition has what a drain would be laid over. */
export function isDefined(definition: Definition, target: DrainTarget): boolean {
  if (target.kind === 'real-server') return realServerNames(definition).includes(target.name);
  const service = definition.services.find((other) => serviceKeyText(other.key) === target.service);
  return service?.destinations.some((other) => destinationKeyText(other) === target.destination) ?? false;
}
