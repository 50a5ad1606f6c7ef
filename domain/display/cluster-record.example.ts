import { type Definition, definitionSchema } from '../definition/definition.ts';
import { desiredTable } from '../desired/desired-table.ts';
import { DirectorMemory } from '../diagnosis/director-memory.ts';
import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { VirtualService } from '../lvs/table.ts';
import { History } from '../observation/history.ts';
import type { DirectorFacts } from '../observation/observation.ts';
import { numbersPerDestination } from '../observation/sample.ts';
import type { ClusterRecord, DirectorRecord } from './records.ts';

export const webKey = 'TCP 10.0.0.100:80' as ServiceKeyText;
export const web1 = '10.0.0.21:80' as DestinationKeyText;
export const web2 = '10.0.0.22:80' as DestinationKeyText;

const destination = (address: string, weight: number) => ({ address, port: 80, forwarding: 'direct-routing', weight });

/** The tutorial's service: wrr, weights 1 and 3, direct routing. */
export const tutorialDefinition: Definition = definitionSchema.parse({
  realServers: [
    { name: 'web1', addresses: ['10.0.0.21'] },
    { name: 'web2', addresses: ['10.0.0.22'] },
  ],
  services: [
    {
      name: 'web',
      key: { kind: 'address', protocol: 'TCP', address: '10.0.0.100', port: 80 },
      scheduler: 'wrr',
      destinations: [destination('10.0.0.21', 1), destination('10.0.0.22', 3)],
    },
  ],
});

export const quietFacts: DirectorFacts = {
  kernel: '6.1.0',
  ipvs: '1.2.1',
  connectionTableSize: 4096,
  bootId: 'boot-1',
  sysctls: { expire_quiescent_template: 0 },
  timeouts: { tcp: 900, tcpfin: 120, udp: 300 },
  daemons: [],
  addresses: [],
};

/** A director in step with the tutorial's definition, whose history the test fills. */
export function directorRecord(more: Partial<DirectorRecord> = {}): DirectorRecord {
  const history = more.history ?? new History();
  return {
    name: 'lb1',
    cluster: 'shop',
    simulated: false,
    connected: true,
    lastSeen: 0,
    wanted: 1,
    held: 1,
    applied: 1,
    agentVersion: '0.1.0',
    history,
    memory: new DirectorMemory(history),
    facts: quietFacts,
    owned: new Set([webKey]),
    health: new Map(),
    outByHealth: new Set(),
    accepted: [],
    lastApplied: null,
    trouble: null,
    refusal: null,
    applies: [],
    findings: [],
    ...more,
  };
}

export function clusterRecord(more: Partial<ClusterRecord> = {}): ClusterRecord {
  return {
    name: 'shop',
    revision: 1,
    generation: 1,
    definition: tutorialDefinition,
    overlays: [],
    returns: [],
    takeOver: new Set(),
    heldBack: null,
    release: null,
    directors: [directorRecord()],
    ...more,
  };
}

/** Totals that a destination's counters have reached and its gauges stand at. */
export interface Numbers {
  readonly conns?: number;
  readonly activeConn?: number;
  readonly inactConn?: number;
  readonly persistConn?: number;
  /** Five for each connection, of 80 bytes, unless given; none out. */
  readonly inPackets?: number;
  readonly outPackets?: number;
  readonly inBytes?: number;
}

/** Puts a table into a history and then one sample a second, as `at(second)` gives each destination's numbers. */
export function observe(
  history: History,
  services: readonly VirtualService[],
  seconds: readonly number[],
  at: (second: number, destination: DestinationKeyText) => Numbers,
  bootId = 'boot-1',
): void {
  if (history.layout?.services !== services || history.layout.bootId !== bootId) history.pushTable(services, bootId);
  for (const second of seconds) {
    const numbers = services.flatMap((service) =>
      service.destinations.flatMap((to) => {
        const of = at(second, destinationKeyText(to));
        const { activeConn = 0, inactConn = 0, persistConn = 0, conns = 0 } = of;
        const { inPackets = conns * 5, outPackets = 0, inBytes = conns * 400 } = of;
        return [activeConn, inactConn, persistConn, conns, inPackets, outPackets, inBytes, 0];
      }),
    );
    if (numbers.length % numbersPerDestination !== 0) throw new RangeError('a sample of broken length');
    const pushed = history.pushSample(second * 1000, second * 1000, numbers);
    if (!pushed.ok) throw new Error(pushed.reason);
  }
}

/** The kernel's table when it agrees with a definition. */
export const kernelOf = (definition: Definition): readonly VirtualService[] => desiredTable(definition, []).services;

/** Seconds 0 … last. */
export const secondsTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, second) => second);

/** The tutorial's table with other settings of its one service. */
export function tutorialWith(more: Partial<VirtualService>): readonly VirtualService[] {
  return kernelOf(tutorialDefinition).map((service) => ({ ...service, ...more }));
}
