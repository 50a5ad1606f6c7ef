import type { ApplyProgress } from '../../domain/display/views.ts';
import type { StepResult } from '../../domain/wire/messages.ts';
import type { Transaction } from '../db/database.ts';

/** An intent of a cluster with what the database knows of it on each director; null when there is none. */
export async function findIntent(db: Transaction, clusterId: string, generation: number) {
  const row = await db.generation.findUnique({
    where: { number: generation },
    include: { results: { include: { director: { select: { id: true, name: true, retired: true } } } } },
  });
  if (row?.clusterId !== clusterId) return null;
  const { revision, createdAt, results } = row;
  return {
    revision,
    requestedAt: createdAt.getTime(),
    results: results.map((result) => ({
      directorId: result.director.id,
      director: result.director.name,
      isGone: result.director.retired !== '',
      phase: result.phase as ApplyProgress['phase'],
      readBack: result.readBack as ApplyProgress['readBack'],
      detail: result.detail,
      steps: JSON.parse(result.steps) as StepResult[],
      endedAt: result.endedAt?.getTime() ?? null,
    })),
  };
}

/** The first intent after this one that a director applied and read back as it should be; null when it did none. */
export async function agreedAfter(db: Transaction, directorId: string, generation: number): Promise<number | null> {
  const found = await db.applyResult.findFirst({
    where: { directorId, generation: { gt: generation }, phase: 'applied', readBack: 'agrees' },
    orderBy: { generation: 'asc' },
    select: { generation: true },
  });
  return found?.generation ?? null;
}
