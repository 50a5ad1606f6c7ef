import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Auth } from '../access/auth.ts';
import { findPerson } from '../access/store.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { FailureLimit } from '../limits/failure-limit.ts';
import { headersOf, sendResponse, smallBody } from './fetch-bridge.ts';
import { sendText } from './send-text.ts';

/** What browsers may ask of better-auth. Everything else that it offers would change state without an audit entry. */
const open = new Set(['POST /api/auth/sign-in/username', 'POST /api/auth/sign-out', 'GET /api/auth/get-session']);
const signIn = '/api/auth/sign-in/username';
const minute = 60_000;

const credentials = z.object({ username: z.string().max(200), password: z.string().max(200) });

/** Answers requests under /api/auth; slows down whoever guesses passwords. */
export function authHandler(parts: ConsoleParts, auth: Auth) {
  const byName = new FailureLimit(5, minute);
  const byAddress = new FailureLimit(30, minute);
  return async (request: IncomingMessage, response: ServerResponse, source: string, path: string): Promise<void> => {
    if (!open.has(`${request.method} ${path}`)) return sendText(response, 404, 'Not found');
    const body = await smallBody(request);
    if (!body) return sendText(response, 413, 'Too large');
    const headers = headersOf(request);
    headers.set('x-real-ip', source);
    const init = request.method === 'GET' ? {} : { body: new Uint8Array(body) };
    const asked = new Request(`${parts.publicUrl()}${path}`, { method: request.method ?? 'GET', headers, ...init });
    if (path !== signIn) return sendResponse(await auth.handle(asked), response);
    const { username } = credentials.safeParse(jsonOf(body)).data ?? { username: '' };
    const keys: [FailureLimit, string][] = [
      [byName, `${source} ${username.toLowerCase()}`],
      [byAddress, source],
    ];
    const wait = Math.max(...keys.map(([limit, key]) => limit.waitFor(key, parts.now())));
    if (wait > 0) {
      response.setHeader('retry-after', Math.ceil(wait / 1000));
      return sendText(response, 429, 'Too many failed sign-ins. Wait a minute.');
    }
    const answer = await auth.handle(asked);
    if (answer.ok) return sendResponse(await withoutToken(answer), response);
    for (const [limit, key] of keys) limit.failed(key, parts.now());
    await recordFailure(parts, username.toLowerCase(), source);
    return sendResponse(answer, response);
  };
}

/** The answer to a sign-in without the session's token: the cookie has it, where scripts can't read it. */
async function withoutToken(answer: Response): Promise<Response> {
  const { token: _, ...rest } = (await answer.json()) as Record<string, unknown>;
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify(rest), { status: answer.status, headers });
}

/** Keeps a failed sign-in. A name that nobody has is not kept: it may be a password typed in the wrong field. */
async function recordFailure(parts: ConsoleParts, username: string, source: string): Promise<void> {
  const person = await findPerson(parts.db, username);
  const name = person?.username ?? 'unknown';
  const actor = { name, kind: 'person' as const, role: person?.role ?? null, source };
  await recorded(parts.db, parts.now(), actor, async () => ({
    value: undefined,
    entries: [{ action: 'sign-in-failed', resource: person?.username ?? null, outcome: 'failed' }],
  }));
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}
