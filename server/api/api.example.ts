import type { NewApiTokenInput } from '../../domain/access/api-token.ts';
import type { Role } from '../../domain/access/role.ts';
import type { ExampleConsole } from '../console.example.ts';
import { signIn } from '../web/browser.example.ts';

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the answer; the text where it is none. */
  readonly body: Record<string, unknown> & { readonly code?: string };
}

export interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A program that asks the API of a console, with a token or without. */
export class ExampleProgram {
  readonly #console: ExampleConsole;
  readonly token: string | null;

  constructor(console: ExampleConsole, token: string | null) {
    this.#console = console;
    this.token = token;
  }

  async ask(method: string, path: string, { body, headers = {} }: Sent = {}): Promise<Told> {
    const response = await fetch(`${this.#console.url}/api/v1${path}`, {
      method,
      headers: {
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } };
  }
}

/** Somebody new of that role, who really is in the database; gives their user name and the cookie of their sign-in. */
export async function somebody(console: ExampleConsole, role: Role): Promise<{ username: string; cookie: string }> {
  const username = `${role}${console.parts.randomBytes(3).toString('hex')}`;
  const { password } = await console.as('administrator').access.create({ username, name: username, role });
  const { cookie } = await signIn(console.url, username, password);
  return { username, cookie };
}

/** A program with a token that somebody new of that role made. */
export async function program(
  console: ExampleConsole,
  role: Role,
  more: Partial<NewApiTokenInput> = {},
): Promise<ExampleProgram> {
  const { cookie } = await somebody(console, role);
  const caller = await console.open.caller(new Headers({ cookie }));
  const { token } = await caller.tokens.create({ name: 'program', role, ...more });
  return new ExampleProgram(console, token);
}
