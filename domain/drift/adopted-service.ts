import { type ServiceDefinition, serviceDefinitionSchema } from '../definition/service-definition.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { parseServiceKey, serviceKeySlug } from '../lvs/service-key.ts';
import type { VirtualService } from '../lvs/table.ts';
import { ok, type Result, refused } from '../result.ts';
import type { DestinationStands, ServiceStands } from './accepted-drift.ts';
import type { Adopted } from './adopted.ts';
import { placed } from './adopted-destination.ts';
import { refusalCode } from './refusal-code.ts';
import { sameDestination, sameService } from './same-config.ts';

/**
 * A service's definition as it stands in a kernel, with the destinations that go with it; null where the kernel hasn't
 * got it, a code when it can't be so.
 *
 * `freeName` makes a name that no other service has, for a service that nobody named.
 */
export function adoptedService(
  before: ServiceDefinition | null,
  { service, stands }: ServiceStands,
  inside: readonly DestinationStands[],
  freeName: (wanted: string) => string,
): Result<Adopted<ServiceDefinition | null>> {
  if (sameService(before, stands) && inside.every((place) => standsSo(before, place)))
    return refused('defined-so-already');
  if (!stands) return ok({ becomes: null, change: { kind: 'remove-service', key: service } });
  const key = parseServiceKey(service);
  if (!key.ok) return refused('service-key-invalid');
  const checked = serviceDefinitionSchema.safeParse({
    key: key.value,
    ...stands,
    check: before?.check ?? null,
    name: before?.name ?? freeName(serviceKeySlug(key.value)),
    destinations: inside.reduce<VirtualService['destinations']>(
      (all, place) => placed(all, place.destination, place.stands),
      before?.destinations ?? [],
    ),
  });
  if (!checked.success) return refused(refusalCode(checked.error));
  return ok({
    becomes: checked.data,
    change: before
      ? { kind: 'edit-service', key: service, service: checked.data }
      : { kind: 'add-service', service: checked.data },
  });
}

function standsSo(before: ServiceDefinition | null, { destination, stands }: DestinationStands): boolean {
  const defined = before?.destinations.find((to) => destinationKeyText(to) === destination) ?? null;
  return sameDestination(defined, stands);
}
