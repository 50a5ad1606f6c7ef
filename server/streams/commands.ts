import type { AddStream, AuditStream } from '../../domain/audit/audit-stream.ts';
import type { Actor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import { findNewestHash } from '../audit/store.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Transaction } from '../db/database.ts';
import { AppError } from '../trpc/app-error.ts';
import { addStream, findStreams, removeStreamRow, type StoredStream, setPaused } from './store.ts';

export async function listStreams({ db }: ConsoleParts): Promise<readonly AuditStream[]> {
  const { seq: newest } = await findNewestHash(db);
  return (await findStreams(db)).map((stream) => ({ ...stream, newest }));
}

/** Adds a stream; a webhook's secret is told once, and kept nowhere: it is made of the console's own and the id. */
export async function newStream(
  parts: ConsoleParts,
  actor: Actor,
  { name, target, fromStart, reason }: AddStream,
): Promise<{ readonly secret: string | null }> {
  const id = parts.randomBytes(12).toString('base64url');
  const at = parts.now();
  await recorded(parts.db, at, actor, async (tx) => {
    if (await find(tx, name)) throw new AppError('CONFLICT', `There is a stream ${name} already.`);
    const position = fromStart ? 0 : (await findNewestHash(tx)).seq;
    await addStream(tx, { id, name, target, position, at });
    const entry = { action: 'audit.add-stream' as const, resource: name, reason };
    return { value: undefined, entries: [{ ...entry, after: { ...target, fromStart } }] };
  });
  return { secret: target.kind === 'webhook' ? parts.audit.streamSecret(id) : null };
}

/** Pauses a stream or lets it go on; what came meanwhile is sent then. */
export async function pauseStream(
  parts: ConsoleParts,
  actor: Actor,
  { name, paused, reason }: { readonly name: string; readonly paused: boolean; readonly reason: string },
): Promise<void> {
  const { id } = await recorded(parts.db, parts.now(), actor, async (tx) => {
    const stream = await found(tx, name);
    await setPaused(tx, stream.id, paused);
    const entry = { action: 'audit.change-stream' as const, resource: name, reason };
    return { value: stream, entries: [{ ...entry, before: { paused: stream.paused }, after: { paused } }] };
  });
  parts.audit.streams.tryNow(id);
}

export async function removeStream(
  parts: ConsoleParts,
  actor: Actor,
  { name, reason }: { readonly name: string; readonly reason: string },
): Promise<void> {
  await recorded(parts.db, parts.now(), actor, async (tx) => {
    const { id, target, position } = await found(tx, name);
    await removeStreamRow(tx, id);
    const entry = { action: 'audit.remove-stream' as const, resource: name, reason };
    return { value: undefined, entries: [{ ...entry, before: { ...target, position } }] };
  });
}

const find = async (tx: Transaction, name: string): Promise<StoredStream | undefined> =>
  (await findStreams(tx)).find((stream) => stream.name === name);

async function found(tx: Transaction, name: string): Promise<StoredStream> {
  const stream = await find(tx, name);
  if (!stream) throw new AppError('NOT_FOUND', `There is no stream ${name}.`);
  return stream;
}
