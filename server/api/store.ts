import { z } from 'zod';
import type { Transaction } from '../db/database.ts';
import type { Answer } from './answer.ts';

interface Asked {
  readonly tokenId: string;
  readonly key: string;
}

const headersSchema = z.record(z.string(), z.string());

/** What is kept under a token's key: the request's hash, and its answer once there is one; null when nothing is. */
export async function findKept(db: Transaction, { tokenId, key }: Asked) {
  const row = await db.apiAnswer.findUnique({ where: { tokenId_key: { tokenId, key } } });
  if (!row) return null;
  const { request, status, headers, body } = row;
  const answer: Answer | null =
    status === null ? null : { status, headers: headersSchema.parse(JSON.parse(headers)), body };
  return { request, answer };
}

/** Keeps that a request is being done. */
export async function addKept(db: Transaction, asked: Asked, request: string, at: number): Promise<void> {
  await db.apiAnswer.create({ data: { ...asked, request, at: new Date(at) } });
}

/** Keeps a request's answer. */
export async function putKept(db: Transaction, { tokenId, key }: Asked, answer: Answer): Promise<void> {
  const { status, headers, body } = answer;
  const data = { status, headers: JSON.stringify(headers), body };
  await db.apiAnswer.update({ where: { tokenId_key: { tokenId, key } }, data });
}

/** Forgets a request, because it did nothing. */
export async function removeKept(db: Transaction, { tokenId, key }: Asked): Promise<void> {
  await db.apiAnswer.deleteMany({ where: { tokenId, key } });
}

/** Forgets what is older. */
export async function forgetKept(db: Transaction, before: number): Promise<void> {
  await db.apiAnswer.deleteMany({ where: { at: { lt: new Date(before) } } });
}
