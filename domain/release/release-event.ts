import { z } from 'zod';
import { serverNameSchema } from './release-settings.ts';

const servers = z.array(serverNameSchema).min(1).readonly();
const names = z.array(z.string()).min(1).readonly();
/** The step that it is about: what comes too late for it says nothing. */
const about = { wave: z.number().int().min(0) };
const byPerson = { by: z.string(), reason: z.string() };

export const haltSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), ...byPerson }),
  z.strictObject({ kind: z.literal('guard'), services: names }),
  z.strictObject({ kind: z.literal('director-stale'), directors: names }),
  z.strictObject({ kind: z.literal('not-applied'), directors: names }),
  z.strictObject({ kind: z.literal('past-deadline'), servers }),
  z.strictObject({ kind: z.literal('gave-up'), servers }),
  z.strictObject({ kind: z.literal('checks'), servers }),
  z.strictObject({ kind: z.literal('finding'), id: z.string(), code: z.string(), director: z.string() }),
  z.strictObject({ kind: z.literal('refused'), code: z.string(), detail: z.string() }),
]);

export const waitsForSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('taken-out'), servers }),
  z.strictObject({ kind: z.literal('rollout') }),
]);

/**
 * Everything that moves a release on: what people do, and what was seen of the world.
 *
 * Those that change its state are kept, in their order; a release is its plan and these.
 */
export const releaseEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('continue'), ...about, ...byPerson }),
  z.strictObject({ kind: z.literal('resume'), ...byPerson }),
  z.strictObject({ kind: z.literal('retry'), ...byPerson }),
  z.strictObject({ kind: z.literal('skip'), ...about, ...byPerson }),
  z.strictObject({ kind: z.literal('roll-back'), ...byPerson }),
  z.strictObject({ kind: z.literal('halt'), halt: haltSchema }),
  /** The wave can't begin yet; null when what it waited for is over. */
  z.strictObject({ kind: z.literal('waits'), ...about, waitsFor: waitsForSchema.nullable() }),
  /** Guard, directors and the servers themselves allow the wave to begin, without those that an operator took out. */
  z.strictObject({ kind: z.literal('begin'), ...about, leftOut: z.array(serverNameSchema).readonly() }),
  /** The deadline is over, and what is left ends. */
  z.strictObject({ kind: z.literal('cut'), ...about }),
  /** Each director's kernel has them out. */
  z.strictObject({ kind: z.literal('out'), ...about, servers }),
  z.strictObject({ kind: z.literal('drained'), ...about, servers }),
  z.strictObject({ kind: z.literal('verified'), ...about, servers }),
  /** Each director's kernel has them back, with their whole weight. */
  z.strictObject({ kind: z.literal('returned'), servers }),
  z.strictObject({ kind: z.literal('watched'), ...about }),
  /** A new revision hasn't got them any more. */
  z.strictObject({ kind: z.literal('gone'), servers }),
]);

export type ReleaseEvent = z.output<typeof releaseEventSchema>;

/** An event as it is kept. */
export interface ReleaseEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  /** Milliseconds since 1970 on the console's clock. */
  readonly at: number;
  readonly event: ReleaseEvent;
}
