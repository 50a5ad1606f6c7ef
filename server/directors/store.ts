import type { Transaction } from '../db/database.ts';

export interface NewTokenRow {
  readonly id: string;
  readonly clusterId: string;
  readonly name: string;
  readonly hash: string;
  readonly by: string;
  readonly at: number;
  readonly expiresAt: number;
}

export async function addToken(tx: Transaction, token: NewTokenRow): Promise<void> {
  const { at, expiresAt, ...rest } = token;
  await tx.enrolmentToken.create({ data: { ...rest, createdAt: new Date(at), expiresAt: new Date(expiresAt) } });
}

export const findToken = (db: Transaction, id: string) =>
  db.enrolmentToken.findUnique({ where: { id }, include: { cluster: true } });

/** Tokens of a cluster, newest first. */
export const findTokens = (db: Transaction, clusterId: string) =>
  db.enrolmentToken.findMany({ where: { clusterId }, orderBy: { createdAt: 'desc' }, take: 100 });

export async function revokeTokenRow(tx: Transaction, id: string, at: number): Promise<void> {
  await tx.enrolmentToken.update({ where: { id }, data: { revokedAt: new Date(at) } });
}

export async function spendToken(tx: Transaction, id: string, at: number): Promise<void> {
  await tx.enrolmentToken.update({ where: { id }, data: { usedAt: new Date(at) } });
}

export async function addDirector(
  tx: Transaction,
  director: {
    readonly id: string;
    readonly name: string;
    readonly clusterId: string;
    readonly publicKey: string;
    readonly heldBackAt: number | null;
  },
  at: number,
): Promise<void> {
  await tx.director.create({ data: { ...director, enrolledAt: new Date(at) } });
}

/** Takes a director out of use: what it did stays, and its name is free again. */
export async function retireDirector(tx: Transaction, id: string): Promise<void> {
  await tx.director.update({ where: { id }, data: { retired: id } });
}

/** Writes what is told of a director at its connections and messages. */
export async function updateDirector(
  tx: Transaction,
  id: string,
  facts: {
    readonly lastSeenAt?: Date;
    readonly agentVersion?: string;
    readonly simulated?: boolean;
    readonly held?: number;
    readonly bootId?: string;
    readonly drifted?: boolean;
  },
): Promise<void> {
  await tx.director.update({ where: { id }, data: facts });
}

/** The directors of a cluster that are in use, by name. */
export const findDirectors = (db: Transaction, clusterId: string) =>
  db.director.findMany({ where: { clusterId, retired: '' }, orderBy: { name: 'asc' } });

/** What became of the newest intents on a director, newest first. */
export const findNewestResults = (db: Transaction, directorId: string, take: number) =>
  db.applyResult.findMany({ where: { directorId }, orderBy: { generation: 'desc' }, take });

/** The newest apply that ended well on a director, with its intent; null when none did. */
export const findLastApplied = (db: Transaction, directorId: string) =>
  db.applyResult.findFirst({
    where: { directorId, phase: 'applied' },
    orderBy: { generation: 'desc' },
    include: { intent: { select: { revision: true } } },
  });
