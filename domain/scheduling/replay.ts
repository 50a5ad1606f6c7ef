import { type Address, addressBytes } from '../lvs/address.ts';
import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import type { Destination, ServiceConfig } from '../lvs/table.ts';
import { Departures } from './departures.ts';
import type { Arrival, ScheduledDestination } from './scheduled-destination.ts';
import { type ReplayableScheduler, replayableSchedulers, schedulerNamed } from './scheduler-named.ts';

/** A connection of a replay: when it comes, and how long the kernel counts it as active and then as inactive. Seconds. */
export interface ReplayedArrival extends Arrival {
  readonly at: number;
  readonly active: number;
  readonly inactive: number;
}

export interface ReplayedService {
  readonly config: ServiceConfig;
  /** In the order of the definition: each is added after the one before it. */
  readonly destinations: readonly Destination[];
}

export interface Replayed {
  /** New connections by destination; all destinations are there. */
  readonly connections: ReadonlyMap<DestinationKeyText, number>;
  /** Active connections by destination, on average over the replay. */
  readonly activeConn: ReadonlyMap<DestinationKeyText, number>;
  /** Connections that no destination took. */
  readonly refused: number;
}

interface Bound extends ScheduledDestination {
  readonly key: DestinationKeyText;
  readonly upper: number;
  readonly lower: number;
  connections: number;
  /** Seconds of active connections, added up. */
  activeSeconds: number;
}

/** Whether a scheduler can be replayed: `twos` throws dice. */
export const isReplayable = (scheduler: string): scheduler is ReplayableScheduler =>
  (replayableSchedulers as readonly string[]).includes(scheduler);

/**
 * What a virtual service would have done with these arrivals, in the order of their time.
 *
 * Persistence, thresholds and weight 0 are as in the kernel (`ip_vs_sched_persist`, `ip_vs_bind_dest`): a template
 * brings its clients back whatever the scheduler says, and each connection renews it. Null for a scheduler that can't
 * be replayed.
 */
export function replay(service: ReplayedService, arrivals: readonly ReplayedArrival[]): Replayed | null {
  const { scheduler: name, schedulerFlags, persistence } = service.config;
  if (!isReplayable(name)) return null;
  const destinations = service.destinations.map(boundOf);
  const inKernelOrder = destinations.toReversed();
  const scheduler = schedulerNamed(name, inKernelOrder, schedulerFlags);
  const templates = new Map<string, { readonly destination: Bound; until: number }>();
  const departures = new Departures<{ readonly destination: Bound; readonly from: 'active' | 'inactive' }>();
  let refused = 0;
  for (const arrival of arrivals) {
    for (let due = departures.takeDue(arrival.at); due; due = departures.takeDue(arrival.at)) {
      const { destination, from } = due.what;
      if (from === 'active') {
        destination.activeConn--;
        destination.inactConn++;
      } else destination.inactConn--;
      loadChanged(destination);
    }
    const network = persistence && networkOf(arrival.client, persistence.netmask);
    const template = network === null ? undefined : templates.get(network);
    const chosen = template && template.until > arrival.at ? template.destination : choose(scheduler.choose(arrival));
    if (!chosen) {
      refused++;
      continue;
    }
    if (network !== null)
      templates.set(network, { destination: chosen, until: arrival.at + (persistence?.timeout ?? 0) });
    chosen.connections++;
    chosen.activeConn++;
    chosen.activeSeconds += arrival.active;
    departures.add(arrival.at + arrival.active, { destination: chosen, from: 'active' });
    departures.add(arrival.at + arrival.active + arrival.inactive, { destination: chosen, from: 'inactive' });
    loadChanged(chosen);
  }
  const seconds = Math.max(1, (arrivals.at(-1)?.at ?? 0) - (arrivals[0]?.at ?? 0));
  return {
    connections: new Map(destinations.map((one) => [one.key, one.connections])),
    activeConn: new Map(destinations.map((one) => [one.key, one.activeSeconds / seconds])),
    refused,
  };
}

/** What a scheduler was given is what it gives back. */
const choose = (chosen: ScheduledDestination | null): Bound | null => chosen as Bound | null;

const boundOf = (destination: Destination): Bound => ({
  key: destinationKeyText(destination),
  address: destination.address,
  port: destination.port,
  weight: destination.weight,
  lastWeight: destination.weight,
  upper: destination.upperThreshold,
  lower: destination.lowerThreshold,
  ...{ activeConn: 0, inactConn: 0, overloaded: false, connections: 0, activeSeconds: 0 },
});

/** At the upper threshold it takes no more, until it is below the lower one, or below three quarters of the upper. */
function loadChanged(destination: Bound): void {
  const { upper, lower } = destination;
  if (upper === 0) return;
  const standing = destination.activeConn + destination.inactConn;
  if (standing >= upper) destination.overloaded = true;
  else if (lower > 0 ? standing < lower : standing * 4 < upper * 3) destination.overloaded = false;
}

/** The clients that go together under a netmask, as one text. */
function networkOf(client: Address, netmask: number): string {
  const bytes = addressBytes(client);
  const kept = bytes.map((byte, index) => byte & (0xff << Math.min(8, Math.max(0, 8 * (index + 1) - netmask))));
  return kept.join('.');
}
