import type { z } from 'zod';
import { type Definition, definitionSchema } from '../../domain/definition/definition.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { releaseSettingsSchema } from '../../domain/release/release-settings.ts';
import type { ReleaseView } from '../../domain/release/release-view.ts';
import { watchDrains } from '../drains/watch-drains.ts';
import { ExampleFleet } from '../rollout/fleet.example.ts';
import { conduct } from './conduct.ts';
import { ExampleKernel } from './kernel.example.ts';

export const shopKey = 'TCP 10.0.0.100:80' as ServiceKeyText;
export const testAt = 'TCP 10.0.0.100:8080' as ServiceKeyText;

/** One service over web1 to web4, weight 1 each, and another over web1 and web4. */
export const shopDefinition: Definition = definitionSchema.parse({
  realServers: [1, 2, 3, 4].map((n) => ({
    name: `web${n}`,
    addresses: [`10.0.0.2${n}`],
    labels: [`half=${n % 2 === 1 ? 'a' : 'b'}`],
  })),
  services: [service('shop', 80, [1, 2, 3, 4]), service('admin', 8443, [1, 4])],
});

function service(name: string, port: number, hosts: readonly number[]) {
  const key = { kind: 'address', protocol: 'TCP', address: '10.0.0.100', port };
  const destinations = hosts.map((n) => ({ address: `10.0.0.2${n}`, port, forwarding: 'direct-routing', weight: 1 }));
  return { name, key, scheduler: 'wrr', destinations };
}

/** Two directors with four real servers, on which releases go on as fast as they can. */
export class ReleaseFleet {
  readonly fleet = new ExampleFleet();
  readonly kernels = new Map<string, ExampleKernel>();

  async start(definition: Definition = shopDefinition): Promise<void> {
    await this.fleet.start('lb1', 'lb2');
    for (const name of ['lb1', 'lb2']) {
      const kernel = new ExampleKernel(this.fleet.agent(name));
      kernel.work();
      this.kernels.set(name, kernel);
    }
    await this.write(definition);
    await this.until(() => this.fleet.cluster.record.directors.every(({ history }) => history.latest !== null));
  }

  write(definition: Definition) {
    const change = { kind: 'replace' as const, definition };
    const { revision: base } = this.fleet.cluster.wanted;
    return this.operator.definition.applyChange({ cluster: 'shop', base, change, reason: 'r', first: null });
  }

  get operator() {
    return this.fleet.console.as('operator');
  }

  get parts() {
    return this.fleet.console.parts;
  }

  kernel(name: string): ExampleKernel {
    const kernel = this.kernels.get(name);
    if (!kernel) throw new Error(`there is no kernel ${name}`);
    return kernel;
  }

  /** Starts a release; verifying nothing and watching for no time unless said otherwise. */
  async release(settings: z.input<typeof releaseSettingsSchema> = {}, more: object = {}): Promise<string> {
    const quick = { verify: { passes: 0 }, watch: 0, ...settings };
    const { id } = await this.operator.releases.start({ cluster: 'shop', settings: quick, reason: 'v2', ...more });
    return id;
  }

  view(id: string): Promise<ReleaseView> {
    return this.fleet.console.as('viewer').releases.get({ id });
  }

  /** One second of agents and console. */
  async step(): Promise<void> {
    for (const kernel of this.kernels.values()) kernel.sample();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await watchDrains(this.parts, this.fleet.cluster);
    await conduct(this.parts, this.fleet.cluster);
  }

  /** Goes on until something came to be; fails when it doesn't in 400 steps. */
  async until(is: () => boolean | Promise<boolean>): Promise<void> {
    for (let count = 0; count < 400; count++) {
      if (await is()) return;
      await this.step();
    }
    throw new Error(`it did not come to be: ${is.toString()}\n${JSON.stringify(this.fleet.cluster.release?.state)}`);
  }

  /** Goes on until the release is at a step, or has another status than `running`. */
  async untilAt(wave: number, step: string): Promise<void> {
    await this.until(() => {
      const state = this.fleet.cluster.release?.state;
      return state?.wave === wave && state.step === step && state.status === 'running';
    });
  }

  async untilStatus(status: string): Promise<void> {
    await this.until(() => this.fleet.cluster.release?.state.status === status);
  }

  /** Ends the console between two commits and starts it again on its data; agents come back with what they hold. */
  async restart(): Promise<void> {
    for (const name of this.kernels.keys()) this.fleet.agent(name).hangUp();
    await this.fleet.console.restart();
    for (const [name, kernel] of this.kernels) {
      await this.fleet.connect(name, kernel.generation);
      kernel.relink(this.fleet.agent(name));
    }
  }

  /** Most servers that a kernel ever had out of the shop at once. */
  mostOut(): number {
    const tables = [...this.kernels.values()].flatMap((kernel) => kernel.tables);
    const outOf = (table: Record<string, number>) =>
      [1, 2, 3, 4].filter((n) => (table[`${shopKey} 10.0.0.2${n}`] ?? 0) === 0).length;
    return Math.max(...tables.map(outOf));
  }

  remove(): Promise<void> {
    return this.fleet.remove();
  }
}
