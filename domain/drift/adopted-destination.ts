import { type ServiceDefinition, serviceDefinitionSchema } from '../definition/service-definition.ts';
import { type DestinationKeyText, destinationKeyText, parseDestinationKey } from '../lvs/destination-key.ts';
import type { Destination, DestinationConfig } from '../lvs/table.ts';
import { ok, type Result, refused } from '../result.ts';
import type { DestinationStands } from './accepted-drift.ts';
import type { Adopted } from './adopted.ts';
import { refusalCode } from './refusal-code.ts';
import { sameDestination } from './same-config.ts';

/** A service's definition with what stands in a kernel at one of its destinations; a code when it can't be so. */
export function adoptedDestination(
  before: ServiceDefinition | null,
  { service, destination: key, stands }: DestinationStands,
): Result<Adopted<ServiceDefinition>> {
  if (!before) return refused('service-unknown');
  const index = before.destinations.findIndex((to) => destinationKeyText(to) === key);
  const defined = before.destinations[index] ?? null;
  if (sameDestination(defined, stands)) return refused('defined-so-already');
  if (!stands) {
    const destinations = before.destinations.toSpliced(index, 1);
    return ok({ becomes: { ...before, destinations }, change: { kind: 'remove-destination', service, key } });
  }
  // Of a thousand destinations only the one that changes needs to be looked at.
  const checked = serviceDefinitionSchema.safeParse({ ...before, destinations: placed([], key, stands) });
  if (!checked.success) return refused(refusalCode(checked.error));
  const [destination] = checked.data.destinations;
  if (!destination) return refused('not-definable');
  const becomes = {
    ...before,
    destinations: defined ? before.destinations.with(index, destination) : [...before.destinations, destination],
  };
  return ok({
    becomes,
    change: defined
      ? { kind: 'edit-destination', service, key, destination }
      : { kind: 'add-destination', service, destination },
  });
}

/** Destinations with one as it stands in a kernel: changed where it is, behind the others, or taken away. */
export function placed(
  destinations: readonly Destination[],
  key: DestinationKeyText,
  stands: DestinationConfig | null,
): readonly Destination[] {
  const index = destinations.findIndex((to) => destinationKeyText(to) === key);
  const parsed = parseDestinationKey(key);
  const next = stands && parsed.ok ? [{ ...stands, ...parsed.value }] : [];
  return destinations.toSpliced(index < 0 ? destinations.length : index, index < 0 ? 0 : 1, ...next);
}
