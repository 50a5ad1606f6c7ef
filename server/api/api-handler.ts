import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { maximumIntentBytes } from '../../domain/wire/intent.ts';
import { personActor } from '../audit/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { RequestLimit } from '../limits/request-limit.ts';
import { createCaller } from '../router.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { TokenDoor } from '../tokens/token-door.ts';
import { AppError } from '../trpc/app-error.ts';
import { noSocket } from '../trpc/follower.ts';
import { isOwnOrigin } from '../web/own-origin.ts';
import { type Answer, jsonAnswer } from './answer.ts';
import { answerOf } from './answer-of.ts';
import { apiRoutes } from './api-routes.ts';
import { KeptAnswers } from './kept-answers.ts';
import { matchRoute } from './match-route.ts';
import { openApiDocument } from './openapi.ts';
import { problemAnswer } from './problem.ts';
import { jsonOf, readBody } from './read-body.ts';
import { bearerOf, idempotencyKeyOf, ifMatchOf, refuseOtherSites, waitOf } from './request-headers.ts';
import type { Params, Route } from './route.ts';

export const apiPath = '/api/v1';

/** Bytes of a body that isn't a definition. */
const smallBody = 512 * 1024;
/** Requests of one token at once, and a second in the long run. */
const atOnce = 120;
const perSecond = 20;

interface Asked {
  readonly route: Route;
  readonly params: Params;
  readonly query: Readonly<Record<string, string>>;
  readonly text: string;
  readonly person: SignedIn;
}

/** Answers every request below /api/v1: for programs, which show a token and no cookie. */
export function apiHandler(parts: ConsoleParts, publicUrl: string | null) {
  const door = new TokenDoor(parts);
  const limit = new RequestLimit(atOnce, perSecond);
  const kept = new KeptAnswers(parts);
  const routes = apiRoutes;
  const document = openApiDocument(routes);

  const take = async (request: IncomingMessage, source: string, url: URL): Promise<Answer> => {
    const { headers, method = 'GET' } = request;
    refuseOtherSites(headers, isOwnOrigin(headers, publicUrl));
    const path = url.pathname.slice(apiPath.length);
    if (path === '/openapi.json' && method === 'GET') return jsonAnswer(200, document);
    const person = await door.open(bearerOf(headers), source);
    const wait = limit.take(person.id, parts.now());
    if (wait > 0) return tooMany(wait);
    const match = matchRoute(routes, method, path);
    if (match.kind === 'none') throw new AppError('NOT_FOUND', `There is no ${url.pathname} in this API.`);
    if (match.kind === 'method') return wrongMethod(method, match.allowed);
    const { route, params } = match;
    const text = await readBody(request, route.onRevision ? maximumIntentBytes : smallBody);
    const asked = { route, params, text, person, query: Object.fromEntries(url.searchParams) };
    const key = method === 'POST' ? idempotencyKeyOf(headers) : null;
    const answer = () => answered(request, source, asked).catch((error: unknown) => refused(error, url));
    if (key === null) return answer();
    return kept.once({ tokenId: person.id, key, request: [method, url.pathname + url.search, text] }, answer);
  };

  const answered = async (request: IncomingMessage, source: string, asked: Asked): Promise<Answer> => {
    const { route, params, query, text, person } = asked;
    const { headers } = request;
    const caller = createCaller({ parts, person, source, follower: noSocket() });
    const body = jsonOf(text, headers['content-type']);
    const actor = personActor(person, source);
    const call = { caller, parts, person, actor, params, ifMatch: ifMatchOf(headers), wait: waitOf(headers) };
    return answerOf(route, { ...call, query, body });
  };

  const refused = (error: unknown, url: URL): Answer => {
    const answer = problemAnswer(error);
    if (answer.status >= 500 && answer.status !== 502)
      parts.log.error({ err: error, path: url.pathname }, 'a request of the API failed');
    return answer;
  };

  return async (request: IncomingMessage, response: ServerResponse, source: string, url: URL): Promise<void> => {
    const answer = await take(request, source, url).catch((error: unknown) => refused(error, url));
    response.statusCode = answer.status;
    response.setHeader('cache-control', 'no-store');
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    // What is left of a body that was not read must not be taken for the next request.
    if (!request.complete) response.setHeader('connection', 'close');
    if (answer.pieces) await sendPieces(answer.pieces, response);
    else response.end(answer.body);
  };
}

function tooMany(wait: number): Answer {
  const seconds = Math.ceil(wait / 1000);
  const answer = problemAnswer(new AppError('TOO_MANY', `The token may ask again in ${seconds} s.`));
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
}

function wrongMethod(method: string, allowed: readonly string[]): Answer {
  const answer = problemAnswer(new AppError('INVALID', `There is no ${method} here, only ${allowed.join(', ')}.`), 405);
  return { ...answer, headers: { ...answer.headers, allow: allowed.join(', ') } };
}

async function sendPieces(pieces: AsyncIterable<string>, response: ServerResponse): Promise<void> {
  await pipeline(Readable.from(pieces), response).catch((error: unknown) => {
    // Whoever asked went away.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}
