import type { DestinationDefinition } from '../definition/destination-definition.ts';
import { type ServiceDefinition, serviceDefinitionSchema } from '../definition/service-definition.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { familyOfService } from '../lvs/service-key.ts';
import type { DraftDestination, DraftService } from './draft-service.ts';
import { leftOut, onLine, remark } from './note.ts';
import type { Note } from './read-file.ts';
import { type Refusal, refusalOf } from './refusals.ts';

/** What a definition accepts of a draft: the service, and its destinations next to where they came from. */
export interface Accepted {
  /** Without destinations, and without its right name. Null if the definition refuses it: then nothing is accepted. */
  readonly service: ServiceDefinition | null;
  readonly destinations: readonly { readonly draft: DraftDestination; readonly destination: DestinationDefinition }[];
  readonly notes: readonly Note[];
}

/** Most destinations that a definition's service may hold (`serviceDefinitionSchema`). */
export const maximumDestinations = 1000;

/** Of more, the first ones decide: looking at each takes time. */
const mostLookedAt = 2 * maximumDestinations;

/** The part of a draft that `serviceDefinitionSchema` accepts, and a note for everything else. */
export function acceptService(draft: DraftService): Accepted {
  const checkNotes: Note[] = [];
  const wanted = { ...serviceFields(draft), check: fittingCheck(draft, checkNotes), destinations: [] };
  const parsed = serviceDefinitionSchema.safeParse(wanted);
  if (parsed.success) {
    const accepted = acceptDestinations(draft, parsed.data);
    return { service: parsed.data, ...accepted, notes: [...checkNotes, ...accepted.notes] };
  }
  const why = parsed.error.issues.map((issue) => refusalOf(issue, wanted));
  return refuseService(draft, why);
}

/** The check, unless it has no port to go to: port 0 is all ports. */
function fittingCheck({ check, destinations, ...lines }: DraftService, notes: Note[]): DraftService['check'] {
  if (!check || check.port !== null || destinations.every(({ port }) => port !== 0)) return check;
  notes.push(leftOut(onLine(lines.line), 'refused-by-definition', 'check-port-needed'));
  return null;
}

/** A draft of which nothing is accepted, for these reasons; each of its destinations gets a note too. */
export function refuseService(draft: DraftService, why: readonly Refusal[]): Accepted {
  return {
    service: null,
    destinations: [],
    notes: [
      ...why.map(({ code, about }) => leftOut(draft, code, about)),
      ...draft.destinations.map((to) => leftOut(to, 'destination-without-service', destinationKeyText(to))),
    ],
  };
}

function serviceFields(draft: DraftService): object {
  const { key, scheduler, schedulerFlags, onePacket, persistence, persistenceEngine } = draft;
  const oneClient = familyOfService(key) === 'ipv6' ? 128 : 32;
  return {
    name: 'unnamed',
    key,
    scheduler,
    schedulerFlags,
    onePacket,
    persistence: persistence ? { timeout: persistence.timeout, netmask: persistence.netmask ?? oneClient } : null,
    persistenceEngine,
  };
}

function acceptDestinations(draft: DraftService, service: ServiceDefinition): Omit<Accepted, 'service'> {
  const notes: Note[] = [];
  const once = withoutRepeats(withoutIdlePorts(draft, notes), notes);
  for (const to of once.splice(mostLookedAt)) notes.push(leftOut(to, 'too-many', String(maximumDestinations)));
  // All in one go where all are good, as they mostly are: one by one takes ten times as long.
  const all = serviceDefinitionSchema.safeParse({ ...service, destinations: once.map(destinationFields) });
  const accepted = all.success
    ? once.map((to, index) => ({ draft: to, destination: all.data.destinations[index] }))
    : once.map((to) => ({ draft: to, destination: acceptDestination(to, service, notes) }));
  const destinations = accepted.flatMap(({ draft: to, destination }) =>
    destination ? [{ draft: to, destination }] : [],
  );
  for (const { draft: to } of destinations.splice(maximumDestinations))
    notes.push(leftOut(to, 'too-many', String(maximumDestinations)));
  return { destinations, notes };
}

/** A fwmark service has no port that could be kept, and only masquerading writes one into packets (ip_vs_xmit.c). */
function withoutIdlePorts({ key, destinations }: DraftService, notes: Note[]): readonly DraftDestination[] {
  if (key.kind === 'address') return destinations;
  return destinations.map((to) => {
    if (to.port === 0 || to.forwarding === 'masquerading') return to;
    notes.push(remark(to, 'port-ignored', destinationKeyText(to)));
    return { ...to, port: 0 };
  });
}

function withoutRepeats(destinations: readonly DraftDestination[], notes: Note[]): DraftDestination[] {
  const seen = new Set<string>();
  return destinations.filter((to) => {
    const text = destinationKeyText(to);
    if (seen.has(text)) {
      notes.push(leftOut(to, 'destination-twice', text));
      return false;
    }
    seen.add(text);
    return true;
  });
}

function acceptDestination(
  to: DraftDestination,
  service: ServiceDefinition,
  notes: Note[],
): DestinationDefinition | null {
  const wanted = { ...service, destinations: [destinationFields(to)] };
  const parsed = serviceDefinitionSchema.safeParse(wanted);
  if (parsed.success) return parsed.data.destinations[0] ?? null;
  for (const issue of parsed.error.issues) {
    const { code, about } = refusalOf(issue, wanted);
    notes.push(leftOut(to, code, about));
  }
  return null;
}

function destinationFields(draft: DraftDestination): object {
  const { address, port, forwarding, weight, upperThreshold, lowerThreshold, tunnel } = draft;
  return { address, port, forwarding, weight, upperThreshold, lowerThreshold, tunnel };
}
