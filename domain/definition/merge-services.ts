import { wholeCheckText } from '../checks/check-text.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import { destinationFields, serviceFields } from '../plan/differences.ts';
import type { ClashJudge, Sides } from './clash.ts';
import type { DestinationDefinition } from './destination-definition.ts';
import type { DefinitionField, DefinitionPlace } from './difference-row.ts';
import { mergeKeyed } from './merge-keyed.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { destinationLine, serviceLine } from './service-difference.ts';

/** The services of both sides, each field by field and destination by destination. */
export function mergeServices(judge: ClashJudge, lists: Sides<readonly ServiceDefinition[]>): ServiceDefinition[] {
  return mergeKeyed(lists, keyOf, (services) => {
    const service = services.theirs ?? services.mine;
    if (!service) return undefined;
    const place = { what: 'service', service: keyOf(service), destination: null, name: service.name } as const;
    const both = inBoth(services);
    if (!both) return whole(judge, place, services, serviceText);
    const merged = mergeFields(judge, place, both, { name: nameField, check: checkField, ...serviceFields });
    const destinations = {
      base: both.base?.destinations ?? [],
      mine: both.mine.destinations,
      theirs: both.theirs.destinations,
    };
    return { ...merged, destinations: mergeDestinations(judge, service, destinations) };
  });
}

function mergeDestinations(
  judge: ClashJudge,
  service: ServiceDefinition,
  lists: Sides<readonly DestinationDefinition[]>,
): DestinationDefinition[] {
  return mergeKeyed(lists, destinationKeyText, (destinations) => {
    const destination = destinations.theirs ?? destinations.mine;
    if (!destination) return undefined;
    const place: DefinitionPlace = {
      what: 'destination',
      service: keyOf(service),
      destination: destinationKeyText(destination),
      name: destination.address,
    };
    const both = inBoth(destinations);
    if (both) return mergeFields(judge, place, both, destinationFields);
    return whole(judge, place, destinations, (to) => destinationLine(service, to));
  });
}

const keyOf = (service: ServiceDefinition) => serviceKeyText(service.key);

const nameField = { field: 'name', text: (service: ServiceDefinition) => service.name } as const;
const checkField = { field: 'check', text: ({ check }: ServiceDefinition) => wholeCheckText(check) } as const;

/** A service with all that is inside, so that any change of it shows: its name, then the commands that make it. */
const serviceText = (service: ServiceDefinition): string =>
  [
    `# ${service.name}`,
    serviceLine({ ...service, schedulerFlags: service.schedulerFlags.toSorted() }),
    ...(service.check ? [`# ${wholeCheckText(service.check)}`] : []),
    ...service.destinations.map((to) => destinationLine(service, to)).sort(),
  ].join('\n');

interface BothSides<T> {
  readonly base: T | undefined;
  readonly mine: T;
  readonly theirs: T;
}

const inBoth = <T>({ base, mine, theirs }: Sides<T | undefined>): BothSides<T> | null =>
  mine !== undefined && theirs !== undefined ? { base, mine, theirs } : null;

/** What is to stand where at least one side has nothing: what is new, and what one kept that the other took away. */
function whole<T>(
  judge: ClashJudge,
  place: DefinitionPlace,
  sides: Sides<T | undefined>,
  textOf: (value: T) => string,
): T | undefined {
  return sides[judge.sideOf(place, 'whole', sides, textOf)];
}

function mergeFields<T extends object, K extends keyof T>(
  judge: ClashJudge,
  place: DefinitionPlace,
  sides: BothSides<T>,
  fields: { readonly [F in K]: { readonly field: DefinitionField; readonly text: (of: T) => string } },
): T {
  const merged = { ...sides.theirs };
  for (const key of Object.keys(fields) as K[]) {
    const { field, text } = fields[key];
    const side = judge.sideOf(place, field, sides, text, (of) => JSON.stringify(of[key]));
    merged[key] = sides[side][key];
  }
  return merged;
}
