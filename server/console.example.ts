import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { Role } from '../domain/access/role.ts';
import { type Definition, definitionSchema } from '../domain/definition/definition.ts';
import type { ServiceKeyText } from '../domain/lvs/service-key.ts';
import { type Console, openConsole } from './open-console.ts';
import { type Caller, createCaller } from './router.ts';
import type { SignedIn } from './session/signed-in.ts';
import { noSocket } from './trpc/follower.ts';

/** A console on a database of its own, on any free port of this machine. */
export class ExampleConsole {
  readonly #directory = mkdtempSync(path.join(tmpdir(), 'shoal-console-'));
  #console: Console | null = null;
  /** Milliseconds that its clock is ahead. */
  ahead = 0;

  get open(): Console {
    if (!this.#console) throw new Error('the console is not open');
    return this.#console;
  }

  get parts(): Console['parts'] {
    return this.open.parts;
  }

  get url(): string {
    return this.open.url;
  }

  get dataDirectory(): string {
    return path.join(this.#directory, 'data');
  }

  async start(): Promise<void> {
    this.#console = await openConsole({
      settings: { host: '127.0.0.1', port: 0, publicUrl: null, dataDirectory: this.dataDirectory },
      installation: process.cwd(),
      log: pino({ level: 'silent' }),
      now: () => Date.now() + this.ahead,
      openPages: async () => ({ pages: async (_, response) => void response.end('a page'), upgrades: null }),
    });
  }

  /** Ends it and starts it again on the same data. */
  async restart(): Promise<void> {
    await this.open.stop();
    await this.start();
  }

  async remove(): Promise<void> {
    await this.open.stop();
    rmSync(this.#directory, { recursive: true });
  }

  /** The procedures as somebody with that role; null is somebody who hasn't signed in. */
  as(role: Role | null): Caller {
    const person: SignedIn | null = role && { id: role, sessionId: role, name: role, username: `the.${role}`, role };
    return createCaller({ parts: this.parts, person, source: '192.0.2.1', follower: noSocket() });
  }
}

export const webKey = 'TCP 10.0.0.100:80' as ServiceKeyText;

const destination = (address: string, weight: number) => ({ address, port: 80, forwarding: 'direct-routing', weight });

/** One service over web1 and web2, weights 1 and 3. */
export const webDefinition: Definition = definitionSchema.parse({
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

/** What the code of a refusal is; null when it is none of ours. */
export const codeOf = (error: unknown): string | null => {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
};
