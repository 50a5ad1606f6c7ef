import type { z } from 'zod';
import type { problemSchema } from '../api/problem.ts';
import { Ending, type exitCodes } from './exit-code.ts';

export type Problem = z.output<typeof problemSchema>;

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly etag: string | null;
}

export interface Sent {
  readonly body?: unknown;
  readonly ifMatch?: string | null;
  /** Seconds that the console may wait for directors before it answers. */
  readonly wait?: number;
  readonly query?: Readonly<Record<string, string | number | null | undefined>>;
}

interface Needs {
  readonly url: string;
  readonly token: string;
  readonly fetch: typeof fetch;
  readonly newKey: () => string;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** A refusal of the console's. */
export class Refused extends Ending {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(endingOf(problem), problemText(problem));
    this.problem = problem;
  }
}

/** Times that a request is made again while the console isn't reached, a second apart. */
const tries = 10;

/**
 * The console's HTTP API.
 *
 * A request that doesn't get through is made again, a change with the same Idempotency-Key, so that it is done once.
 */
export class ConsoleApi {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  async get<Body>(path: string, query: Sent['query'] = {}, wait?: number): Promise<Body> {
    const { body } = await this.send<Body>('GET', path, { query, ...(wait === undefined ? {} : { wait }) });
    return body;
  }

  async post<Body>(path: string, body: unknown, wait?: number): Promise<Body> {
    return (await this.send<Body>('POST', path, { body, ...(wait === undefined ? {} : { wait }) })).body;
  }

  async send<Body>(method: string, path: string, sent: Sent = {}): Promise<Answer<Body>> {
    const { url, token, newKey } = this.#needs;
    const address = new URL(`/api/v1${path}`, url);
    for (const [name, value] of Object.entries(sent.query ?? {}))
      if (value !== null && value !== undefined) address.searchParams.set(name, String(value));
    const init = {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(sent.ifMatch ? { 'if-match': sent.ifMatch } : {}),
        ...(sent.wait === undefined ? {} : { prefer: `wait=${Math.ceil(sent.wait)}` }),
        ...(method === 'POST' ? { 'idempotency-key': newKey() } : {}),
      },
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
    };
    const response = await this.#through(address, init);
    const text = await response.text();
    const body = jsonOf(text, response);
    if (response.ok) return { status: response.status, body: body as Body, etag: response.headers.get('etag') };
    if (isProblem(body)) throw new Refused(body);
    throw new Ending(
      'notReached',
      `${address.origin} answers ${response.status} and isn’t a Shoal console, or an older one.`,
    );
  }

  /** A request's response, tried again while nothing answers or the console starts. A PUT or PATCH names its revision. */
  async #through(address: URL, init: RequestInit): Promise<Response> {
    let why = '';
    for (let round = 0; round < tries; round++) {
      if (round > 0) await this.#needs.sleep(1000);
      try {
        const response = await this.#needs.fetch(address, init);
        if (response.status === 429) {
          await this.#needs.sleep(Number(response.headers.get('retry-after') ?? 1) * 1000);
          continue;
        }
        const isStarting = response.status === 503 && !response.headers.get('content-type')?.includes('json');
        if (!isStarting) return response;
        why = 'it is starting';
      } catch (error) {
        why = causeOf(error);
      }
    }
    throw new Ending(
      'notReached',
      `${address.origin} can’t be reached: ${why || 'it has too many requests'}. Is SHOAL_URL right?`,
    );
  }
}

const endings: Partial<Record<Problem['code'], keyof typeof exitCodes>> = {
  GUARD: 'guard',
  NOT_APPLIED: 'failed',
  UNAVAILABLE: 'notReached',
};

const endingOf = ({ code }: Problem): keyof typeof exitCodes => endings[code] ?? 'refused';

/** What was refused, at which fields, and what can be done about it. */
function problemText({ title, detail, problems = [], confirm, guard = [] }: Problem): string {
  return [
    `${title}: ${detail}`,
    ...problems.map(({ field, problem }) => `  ${field || '(all)'}: ${problem}`),
    ...guard.map(
      ({ name, service, after }) =>
        `  ${name} (${service}): ${after.serving} would serve, ${after.weightPercent} % of the weight`,
    ),
    ...(confirm === undefined ? [] : [`If that is meant: --confirm ${confirm}`]),
  ].join('\n');
}

function jsonOf(text: string, response: Response): unknown {
  if (!/[/+]json/.test(response.headers.get('content-type') ?? '')) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new Ending('notReached', 'The answer of the console was cut off.');
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : String(cause);
}
