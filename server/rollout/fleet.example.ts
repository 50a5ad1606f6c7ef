import type { Definition } from '../../domain/definition/definition.ts';
import type { Intent } from '../../domain/wire/intent.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import { ExampleConsole, webDefinition } from '../console.example.ts';
import { ExampleAgent } from '../directors/agent.example.ts';
import type { Console } from '../open-console.ts';

type Applied = Extract<AgentMessage, { type: 'applied' }>;

/** A cluster `shop` with connected directors, whose agents answer when a test says so. */
export class ExampleFleet {
  readonly console = new ExampleConsole();
  readonly #agents = new Map<string, ExampleAgent>();
  readonly #killed: Console[] = [];

  async start(...names: string[]): Promise<void> {
    await this.console.start();
    await this.console.as('administrator').clusters.create({ name: 'shop' });
    for (const name of names) await this.enrol(name);
  }

  async enrol(name: string): Promise<void> {
    const asked = { cluster: 'shop', name, reason: 'new' };
    const { token } = await this.console.as('administrator').directors.token(asked);
    const agent = new ExampleAgent(this.console.url);
    await agent.enrol(name, token);
    this.#agents.set(name, agent);
  }

  agent(name: string): ExampleAgent {
    const agent = this.#agents.get(name);
    if (!agent) throw new Error(`there is no agent ${name}`);
    return agent;
  }

  director(name: string) {
    return this.console.parts.fleet.director(name).director;
  }

  get cluster() {
    return this.console.parts.fleet.cluster('shop');
  }

  /** The next intent that a director gets. */
  async intent(name: string): Promise<Intent> {
    return JSON.parse((await this.agent(name).next('intent')).payload) as Intent;
  }

  /** The weight of the first destination in the next intent, which tells definitions apart, with its generation. */
  async gets(name: string): Promise<{ generation: number; weight: number; drains: number }> {
    const { generation, definition, overlays } = await this.intent(name);
    const weight = definition.services[0]?.destinations[0]?.weight ?? 0;
    return { generation, weight, drains: overlays.length };
  }

  says(name: string, generation: number, more: Partial<Applied> = {}): void {
    const end = { outcome: 'applied' as const, readBack: 'agrees' as const, total: 1, failed: 0, foreign: [], took: 1 };
    this.agent(name).say({ type: 'applied', generation, ...end, ...more });
  }

  /** Writes a revision whose first destination has that weight. */
  apply(weight: number, first: string | null = null, more: { confirm?: string } = {}) {
    const { revision: base } = this.cluster.wanted;
    const change = { kind: 'replace' as const, definition: weighing(weight) };
    const asked = { cluster: 'shop', base, change, reason: `weight ${weight}`, first, ...more };
    return this.console.as('operator').definition.applyChange(asked);
  }

  drain(name: string, confirm: string | null = null) {
    const targets = [{ kind: 'real-server' as const, name }];
    return this.console.as('operator').drains.start({ cluster: 'shop', targets, reason: 'disk', confirm });
  }

  goOn() {
    return this.console.as('operator').rollout.goOn({ cluster: 'shop', reason: 'it is fine' });
  }

  /** Gives every director a first revision, weight 1 and generation 1, which each applies. */
  async begin(): Promise<void> {
    await this.apply(1);
    for (const name of this.#agents.keys()) {
      await this.gets(name);
      this.says(name, 1);
    }
    for (const name of this.#agents.keys()) await until(() => this.director(name).applied === 1);
  }

  hangUp(name: string): Promise<void> {
    this.agent(name).hangUp();
    return until(() => !this.director(name).connected);
  }

  /** Connects an agent again, holding that generation. */
  async connect(name: string, generation: number): Promise<void> {
    const { key, director } = this.agent(name);
    const agent = Object.assign(new ExampleAgent(this.console.url, key), { director });
    this.#agents.set(name, agent);
    await agent.connect({ generation });
  }

  /** Leaves the console as a kill -9 does, without closing anything, and starts another one on its data. */
  async kill(): Promise<void> {
    this.#killed.push(this.console.open);
    for (const agent of this.#agents.values()) agent.hangUp();
    await this.console.start();
  }

  async actions(): Promise<string[]> {
    const { rows } = await this.console.as('viewer').audit.list({ filters: { cluster: 'shop' } });
    return rows.filter(({ action }) => action.startsWith('rollout')).map(({ action, actor }) => `${action} ${actor}`);
  }

  async remove(): Promise<void> {
    for (const killed of this.#killed) await killed.stop();
    await this.console.remove();
  }
}

const weighing = (weight: number): Definition => ({
  ...webDefinition,
  services: webDefinition.services.map((service) => ({
    ...service,
    destinations: service.destinations.map((destination, index) =>
      index === 0 ? { ...destination, weight } : destination,
    ),
  })),
});

/** Resolves when something came to be; fails after five seconds. */
export async function until(is: () => boolean): Promise<void> {
  for (let look = 0; look < 500; look++) {
    if (is()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`it did not come to be: ${is.toString()}`);
}
