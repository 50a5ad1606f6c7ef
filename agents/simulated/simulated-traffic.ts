import { destinationKeyText } from '../../domain/lvs/destination-key.ts';
import { serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { IpvsTable } from '../../domain/lvs/table.ts';
import type { Counters, Gauges } from '../../domain/observation/observation.ts';

type Numbers = Gauges & { readonly counters: Counters };
type Load = {
  activeConn: number;
  inactConn: number;
  persistConn: number;
  counters: { -readonly [K in keyof Counters]: number };
};

const newLoad = (): Load => ({
  activeConn: 0,
  inactConn: 0,
  persistConn: 0,
  counters: { conns: 0, inPackets: 0, outPackets: 0, inBytes: 0, outBytes: 0 },
});

/** New connections of a service in a second, and the share of open ones that end in it. */
const arrivalsASecond = 40;
const endASecond = 0.2;
const inactiveSeconds = 20;

/** Made-up traffic that follows the weights: each service gets the same, its destinations their share of it. */
export class SimulatedTraffic {
  readonly #random: () => number;
  #loads = new Map<string, Load>();
  #time: number | null = null;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Lets the traffic run up to a time in milliseconds, over a table as it stands. */
  runUntil(time: number, table: IpvsTable): void {
    const seconds = this.#time === null ? 0 : Math.max(0, (time - this.#time) / 1000);
    this.#time = time;
    const standing = new Map<string, Load>();
    for (const service of table.services) {
      const total = service.destinations.reduce((sum, { weight }) => sum + weight, 0);
      for (const destination of service.destinations) {
        const key = `${serviceKeyText(service.key)} ${destinationKeyText(destination)}`;
        const load = this.#loads.get(key) ?? newLoad();
        standing.set(key, load);
        const arriving = total === 0 ? 0 : this.#about((arrivalsASecond * seconds * destination.weight) / total);
        run(load, arriving, seconds, service.persistence !== null, destination.forwarding === 'masquerading');
      }
    }
    this.#loads = standing;
  }

  of(key: string): Numbers {
    const load = this.#loads.get(key) ?? newLoad();
    return { ...load, counters: { ...load.counters } };
  }

  sumOf(destinations: readonly Numbers[]): Counters {
    const sum = newLoad().counters;
    for (const { counters } of destinations)
      for (const name of Object.keys(sum) as (keyof Counters)[]) sum[name] += counters[name];
    return sum;
  }

  zero(): void {
    for (const load of this.#loads.values()) load.counters = newLoad().counters;
  }

  /** A whole number near an expectation, so that sums come out right over time. */
  #about(expected: number): number {
    return Math.floor(expected * (0.9 + 0.2 * this.#random()) + this.#random());
  }
}

function run(load: Load, arriving: number, seconds: number, persistent: boolean, answersPass: boolean): void {
  const ending = Math.min(load.activeConn, Math.ceil(load.activeConn * Math.min(1, endASecond * seconds)));
  load.activeConn += arriving - ending;
  load.inactConn = Math.max(0, Math.round(load.inactConn * (1 - Math.min(1, seconds / inactiveSeconds)))) + ending;
  load.persistConn = persistent ? Math.ceil((load.activeConn + load.inactConn) / 4) : 0;
  load.counters.conns += arriving;
  load.counters.inPackets += arriving * 6;
  load.counters.inBytes += arriving * 700;
  // Only masquerading brings the answers back through the director.
  load.counters.outPackets += answersPass ? arriving * 5 : 0;
  load.counters.outBytes += answersPass ? arriving * 5000 : 0;
}
