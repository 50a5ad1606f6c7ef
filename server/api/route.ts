import type { z } from 'zod';
import type { Role } from '../../domain/access/role.ts';
import type { Actor } from '../audit/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Caller } from '../router.ts';
import type { SignedIn } from '../session/signed-in.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Params = Readonly<Record<string, string>>;

/** What a route is handed: the procedures as the token's holder, and the request's parts, parsed. */
export interface Call<Query, Body> {
  readonly caller: Caller;
  readonly parts: ConsoleParts;
  readonly person: SignedIn;
  /** The same as the audit log has them. */
  readonly actor: Actor;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The revision in If-Match; null when nothing was sent there. */
  readonly ifMatch: number | null;
  /** Milliseconds that it may wait for directors; null when the request doesn't say. */
  readonly wait: number | null;
}

/** What a route answers: a value of its schema, and what else is said with it. */
export interface Told<Value> {
  readonly value: Value;
  readonly headers?: Readonly<Record<string, string>>;
  /** The intent that the answer waits for: its state decides the status. */
  readonly intent?: { readonly cluster: string; readonly generation: number };
}

/** One operation of the API: what it takes and answers decides both what it does and what its document says. */
export interface Route {
  readonly method: Method;
  /** Below /api/v1, with `{name}` for parameters: `/clusters/{cluster}/drains`. */
  readonly path: string;
  readonly operation: string;
  readonly summary: string;
  /** Who may call it; the procedures behind it decide, and a test compares. */
  readonly needs: Role;
  readonly query: z.ZodObject | null;
  readonly body: z.ZodType | null;
  readonly answer: z.ZodType;
  /** The status of an answer that waits for no kernel. */
  readonly status: 200 | 201 | 204;
  /** Whether it answers 202 with a job while directors haven't applied it. */
  readonly waits: boolean;
  /** Whether If-Match must name the revision that the change is made on. */
  readonly onRevision: boolean;
  /** What it answers where that isn't JSON of `answer`. */
  readonly mediaTypes: readonly string[];
  readonly run: (call: Call<unknown, unknown>) => Promise<Told<unknown>>;
}

interface RouteOf<Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType>
  extends Pick<Route, 'method' | 'path' | 'operation' | 'summary' | 'needs'> {
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
  readonly status?: Route['status'];
  readonly waits?: boolean;
  readonly onRevision?: boolean;
  readonly mediaTypes?: readonly string[];
  readonly run: (call: Call<z.output<Query>, z.output<Body>>) => Promise<Told<z.input<Answer>>>;
}

/** A route whose `run` is held to its schemas. */
export function route<Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType>(
  one: RouteOf<Query, Body, Answer>,
): Route {
  return {
    ...one,
    query: one.query ?? null,
    body: one.body ?? null,
    status: one.status ?? 200,
    waits: one.waits ?? false,
    onRevision: one.onRevision ?? false,
    mediaTypes: one.mediaTypes ?? [],
    run: one.run as Route['run'],
  };
}
