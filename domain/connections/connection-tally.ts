import type { Address } from '../lvs/address.ts';
import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { type Connection, isTemplate } from './connection.ts';
import {
  type ConnectionFilter,
  type ConnectionSummary,
  mostClients,
  mostConnections,
  mostTemplates,
  type SampledConnection,
} from './connection-summary.ts';

interface DestinationTally {
  connections: number;
  templates: number;
  readonly states: Map<string, number>;
}

interface ClientTally {
  connections: number;
  /** Of them, those that are open: they hold a drain. */
  established: number;
  templates: number;
  readonly destinations: Map<DestinationKeyText, number>;
}

/** Adds up entries of a connection table as they are read; its memory grows with the entries that match, not beyond. */
export class ConnectionTally {
  readonly #matches: (connection: Connection) => boolean;
  readonly #destinations = new Map<DestinationKeyText, DestinationTally>();
  readonly #clients = new Map<Address, ClientTally>();
  readonly #connections: Connection[] = [];
  #templates: Connection[] = [];
  #read = 0;
  #connectionCount = 0;
  #templateCount = 0;
  readonly #sample: SampledConnection[] = [];
  readonly #sampled: number;

  /** Keeps up to `sampled` connections whole. */
  constructor(filter: ConnectionFilter, sampled = 0) {
    this.#matches = matcherOf(filter);
    this.#sampled = sampled;
  }

  get read(): number {
    return this.#read;
  }

  get sample(): readonly SampledConnection[] {
    return this.#sample;
  }

  add(connection: Connection): void {
    this.#read++;
    if (!this.#matches(connection)) return;
    const key = destinationKeyText({ address: connection.destination, port: connection.destinationPort });
    const destination = valueIn(this.#destinations, key, newDestination);
    const client = valueIn(this.#clients, connection.client, newClient);
    client.destinations.set(key, (client.destinations.get(key) ?? 0) + 1);
    if (isTemplate(connection)) {
      destination.templates++;
      client.templates++;
      this.#templateCount++;
      this.#keepTemplate(connection);
      return;
    }
    destination.connections++;
    client.connections++;
    if (connection.state === 'ESTABLISHED') client.established++;
    this.#connectionCount++;
    destination.states.set(connection.state, (destination.states.get(connection.state) ?? 0) + 1);
    if (this.#connections.length < mostConnections) this.#connections.push(connection);
    if (this.#sample.length < this.#sampled)
      this.#sample.push([connection.client, connection.clientPort, connection.state, connection.expires]);
  }

  summary(extent: ConnectionSummary['extent'], took: number): ConnectionSummary {
    return {
      ...{ read: this.#read, extent, took },
      destinations: [...this.#destinations].map(([destination, { connections, templates, states }]) => ({
        ...{ destination, connections, templates },
        states: Object.fromEntries(states),
      })),
      clientCount: this.#clients.size,
      clients: [...this.#clients]
        .sort(
          ([, a], [, b]) => b.established - a.established || b.connections - a.connections || b.templates - a.templates,
        )
        .slice(0, mostClients)
        .map(([client, { connections, templates, destinations }]) => ({
          ...{ client, connections, templates },
          destination: mostOf(destinations),
        })),
      templates: longestFirst(this.#templates).slice(0, mostTemplates),
      templateCount: this.#templateCount,
      connections: this.#connections,
      connectionCount: this.#connectionCount,
    };
  }

  #keepTemplate(template: Connection): void {
    this.#templates.push(template);
    if (this.#templates.length > 2 * mostTemplates)
      this.#templates = longestFirst(this.#templates).slice(0, mostTemplates);
  }
}

const newDestination = (): DestinationTally => ({ connections: 0, templates: 0, states: new Map() });
const newClient = (): ClientTally => ({ connections: 0, established: 0, templates: 0, destinations: new Map() });

const longestFirst = (templates: readonly Connection[]): Connection[] =>
  templates.toSorted((a, b) => b.expires - a.expires);

function valueIn<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  return made;
}

const mostOf = (counts: ReadonlyMap<DestinationKeyText, number>): DestinationKeyText =>
  [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['' as DestinationKeyText, 0] as const)[0];

function matcherOf({ destinations, vip, client }: ConnectionFilter): (connection: Connection) => boolean {
  const wanted = destinations && new Set<string>(destinations);
  const start = client && (client.endsWith('.') || client.endsWith(':')) ? client.toLowerCase() : null;
  return (connection) => {
    if (client) {
      const matches = start ? connection.client.startsWith(start) : connection.client === client.toLowerCase();
      if (!matches) return false;
    }
    if (vip && !isOf(connection, vip)) return false;
    if (!wanted) return true;
    return wanted.has(destinationKeyText({ address: connection.destination, port: connection.destinationPort }));
  };
}

/** A service on all ports has port 0, and so has its template; each of its connections has the port it went to. */
const isOf = (connection: Connection, vip: NonNullable<ConnectionFilter['vip']>): boolean =>
  connection.vip === vip.address &&
  connection.protocol === vip.protocol &&
  (vip.port === 0 || connection.vipPort === vip.port);
