import { wholeCheckText } from '../checks/check-text.ts';
import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import { destinationDifferences, serviceDifferences, tunnelOf } from '../plan/differences.ts';
import { ipvsadmLine } from '../plan/ipvsadm-line.ts';
import type { Difference } from '../plan/plan.ts';
import type { Definition } from './definition.ts';
import type { DestinationDefinition } from './destination-definition.ts';
import { type DefinitionPlace, type DifferenceRow, type FieldChange, placeId } from './difference-row.ts';
import { realServerNamer } from './real-server.ts';
import type { ServiceDefinition } from './service-definition.ts';

/** The services and destinations that two definitions have differently. A service with another key is another one. */
export function serviceDifferenceRows(before: Definition, after: Definition): DifferenceRow[] {
  const nameBefore = realServerNamer(before);
  const nameAfter = realServerNamer(after);
  const nameOf: Namer = (was, becomes) => (becomes ? nameAfter(becomes.address) : was ? nameBefore(was.address) : '');
  const left = new Map(before.services.map((service) => [serviceKeyText(service.key), service]));
  const rows: DifferenceRow[] = [];
  for (const service of after.services) {
    const key = serviceKeyText(service.key);
    rows.push(...rowsOfService(left.get(key), service, nameOf));
    left.delete(key);
  }
  for (const service of left.values()) rows.push(...rowsOfService(service, undefined, nameOf));
  return rows;
}

type Namer = (was: DestinationDefinition | undefined, becomes: DestinationDefinition | undefined) => string;

function rowsOfService(
  was: ServiceDefinition | undefined,
  becomes: ServiceDefinition | undefined,
  nameOf: Namer,
): DifferenceRow[] {
  const service = becomes ?? was;
  if (!service) return [];
  const key = serviceKeyText(service.key);
  const own = rowOf(
    { what: 'service', service: key, destination: null, name: service.name },
    was && serviceLine(was),
    becomes && serviceLine(becomes),
    was && becomes ? serviceChanges(was, becomes) : [],
  );
  const left = new Map(was?.destinations.map((to) => [destinationKeyText(to), to]));
  const destinationRow = (
    at: DestinationKeyText,
    before: DestinationDefinition | undefined,
    after: DestinationDefinition | undefined,
  ) =>
    rowOf(
      { what: 'destination', service: key, destination: at, name: nameOf(before, after) },
      before && destinationLine(service, before),
      after && destinationLine(service, after),
      before && after ? destinationDifferences(before, after).map(asChange) : [],
    );
  const inside = (becomes?.destinations ?? []).flatMap((to) => {
    const at = destinationKeyText(to);
    const before = left.get(at);
    left.delete(at);
    return destinationRow(at, before, to);
  });
  return [...own, ...inside, ...[...left].flatMap(([at, before]) => destinationRow(at, before, undefined))];
}

/** One row, or none where both sides are there and nothing differs. */
function rowOf(
  place: DefinitionPlace,
  before: string | undefined,
  after: string | undefined,
  fields: readonly FieldChange[],
): DifferenceRow[] {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  if (kind === 'changed' && fields.length === 0) return [];
  return [{ id: placeId(place), ...place, kind, before: before ?? null, after: after ?? null, fields }];
}

const serviceChanges = (was: ServiceDefinition, becomes: ServiceDefinition): FieldChange[] => [
  ...(was.name === becomes.name ? [] : [{ field: 'name' as const, before: was.name, after: becomes.name }]),
  ...serviceDifferences(was, becomes).map(asChange),
  ...checkChange(wholeCheckText(was.check), wholeCheckText(becomes.check)),
];

const checkChange = (before: string, after: string): FieldChange[] =>
  before === after ? [] : [{ field: 'check', before, after }];

const asChange = ({ field, kernel, desired }: Difference): FieldChange => ({ field, before: kernel, after: desired });

/** The command that adds the service: `ipvsadm -A -t 10.0.0.4:80 -s wrr`. */
export const serviceLine = (service: ServiceDefinition): string =>
  ipvsadmLine({ action: 'add-service', service: service.key, config: service });

/** The command that adds the destination: `ipvsadm -a -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 3`. */
export const destinationLine = (service: ServiceDefinition, to: DestinationDefinition): string =>
  ipvsadmLine({ action: 'add-destination', service: service.key, destination: { ...to, tunnel: tunnelOf(to) } });
