import { desiredTable } from '../../domain/desired/desired-table.ts';
import { serviceKeyText } from '../../domain/lvs/service-key.ts';
import { numbersPerDestination } from '../../domain/observation/sample.ts';
import type { Intent } from '../../domain/wire/intent.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import { type ExampleAgent, tableMessage } from '../directors/agent.example.ts';

/** A director whose kernel does at once what it is told, and whose connections are what a test says. */
export class ExampleKernel {
  #agent: ExampleAgent;
  #table = 0;
  #intent: Intent | null = null;
  /** Active connections by service and address, as `TCP 10.0.0.100:80 10.0.0.21`. */
  readonly activeConn = new Map<string, number>();
  /** How its applies end. */
  outcome: 'applied' | 'failed' = 'applied';
  /** Tells no numbers. */
  silent = false;
  /** Every table that it was given, as weights by service and address. */
  readonly tables: Record<string, number>[] = [];

  constructor(agent: ExampleAgent) {
    this.#agent = agent;
  }

  /** Of the newest intent that it took; 0 before the first. */
  get generation(): number {
    return this.#intent?.generation ?? 0;
  }

  /** Takes intents until its link closes. */
  work(): void {
    void this.#work(this.#agent).catch(() => {});
  }

  /** Goes on with another link, and tells what stands. */
  relink(agent: ExampleAgent): void {
    this.#agent = agent;
    this.#table = 1;
    if (this.#intent) this.#tell();
    this.work();
  }

  async #work(agent: ExampleAgent): Promise<void> {
    for (;;) this.#take(JSON.parse((await agent.next('intent')).payload) as Intent);
  }

  /** Tells its numbers now, as an agent does once a second. */
  sample(): void {
    if (!this.#intent || this.silent) return;
    const numbers = this.#services().flatMap(({ key, destinations }) =>
      destinations.flatMap(({ address }) => {
        const active = this.activeConn.get(`${serviceKeyText(key)} ${address}`) ?? 0;
        return [active, ...Array<number>(numbersPerDestination - 1).fill(0)];
      }),
    );
    this.#agent.say({ type: 'sample', tableNumber: this.#table, kernelTime: this.#table * 1000, numbers });
  }

  #take(intent: Intent): void {
    this.#intent = intent;
    this.#table += 1;
    const { generation } = intent;
    const { outcome } = this;
    const end = { outcome, readBack: 'agrees' as const, total: 1, failed: outcome === 'failed' ? 1 : 0, took: 1 };
    this.#agent.say({ type: 'applied', generation, foreign: [], ...end });
    const services = this.#services();
    this.tables.push(
      Object.fromEntries(
        services.flatMap(({ key, destinations }) =>
          destinations.map(({ address, weight }) => [`${serviceKeyText(key)} ${address}`, weight]),
        ),
      ),
    );
    this.#tell();
  }

  #tell(): void {
    const services = this.#services();
    const message = tableMessage(this.#table, services) as Extract<AgentMessage, { type: 'table' }>;
    this.#agent.say({ ...message, owned: services.map(({ key }) => serviceKeyText(key)) });
    this.sample();
  }

  #services() {
    if (!this.#intent) return [];
    const { definition, overlays, accepted } = this.#intent;
    return desiredTable(definition, overlays, accepted).services.map((service) => {
      const { key, scheduler, schedulerFlags, onePacket, persistence, persistenceEngine } = service;
      const destinations = service.destinations.map(
        ({ address, port, forwarding, weight, upperThreshold, lowerThreshold, tunnel }) => ({
          ...{ address, port, forwarding, weight, upperThreshold, lowerThreshold, tunnel },
        }),
      );
      return { key, scheduler, schedulerFlags, onePacket, persistence, persistenceEngine, destinations };
    });
  }
}
