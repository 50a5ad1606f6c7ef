import type { Job } from '../../domain/display/job.ts';
import { settledJob } from '../applies/settled-job.ts';
import { AppError, invalid } from '../trpc/app-error.ts';
import { type Answer, jsonAnswer } from './answer.ts';
import type { Call, Route, Told } from './route.ts';

/** Milliseconds that a change waits for its directors when the request doesn't say. */
const usualWait = 10_000;

/**
 * What a route answers to a call whose query and body are still to be parsed.
 *
 * A change answers 200 when every director's read-back agrees, 202 with a job while that isn't known, and is refused
 * with NOT_APPLIED when a director did not take it.
 */
export async function answerOf(route: Route, asked: Call<unknown, unknown>): Promise<Answer> {
  const call = { ...asked, query: parsedQuery(route, asked.query), body: parsedBody(route, asked.body) };
  if (route.onRevision && call.ifMatch === null)
    throw new AppError('INVALID', 'Say which revision it is made on, with If-Match: "12", as its ETag was.', {
      problems: [{ path: ['If-Match'], message: 'required' }],
    });
  const told = await route.run(call);
  if (!told.intent) return tell(route, route.status, told.value, told.headers);
  const job = await jobAfter(call, told.intent);
  if (job.state === 'failed') throw new AppError('NOT_APPLIED', failure(job), { job });
  const value = { ...(told.value as object), job };
  const location = { location: `/api/v1/jobs/${job.id}` };
  return tell(route, job.state === 'done' ? route.status : 202, value, { ...told.headers, ...location });
}

function jobAfter({ parts, wait }: Call<unknown, unknown>, intent: NonNullable<Told<unknown>['intent']>): Promise<Job> {
  const signal = AbortSignal.timeout(wait ?? usualWait);
  return settledJob(parts, intent.cluster, intent.generation, signal);
}

const failure = ({ directors }: Job): string =>
  directors
    .flatMap(({ director, phase, readBack, failedLine, error }) => {
      if (phase === 'refused') return `${director} refused it: ${error}`;
      if (phase === 'failed') return `${director}: ${failedLine ?? 'it failed'}: ${error}`;
      return phase === 'applied' && readBack !== 'agrees' ? `${director}: its kernel has it otherwise` : [];
    })
    .join('; ');

function tell(route: Route, status: number, value: unknown, headers: Answer['headers'] = {}): Answer {
  if (route.status === 204) return { status, headers, body: '' };
  if (route.mediaTypes.length > 0) return { status, headers, body: '', pieces: value as AsyncIterable<string> };
  // Only what the document has: a view may tell more.
  const told = route.answer.safeParse(value);
  if (!told.success) throw new Error(`the answer of ${route.operation} is not as its document says: ${told.error}`);
  return jsonAnswer(status, told.data, headers);
}

function parsedQuery({ query }: Route, given: unknown): unknown {
  const names = Object.keys(given as object);
  if (!query && names.length > 0) throw invalid('unknown-parameter', [names[0] ?? '']);
  return query?.parse(given);
}

function parsedBody({ body }: Route, given: unknown): unknown {
  if (body) return body.parse(given ?? {});
  if (given !== undefined) throw new AppError('INVALID', 'This takes no body.');
  return undefined;
}
