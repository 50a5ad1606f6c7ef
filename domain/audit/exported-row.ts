import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';
import type { ChainRow } from './chain-row.ts';
import { checkpointSchema } from './checkpoint.ts';

const text = z.string().nullable();
const count = z.number().int().nullable();

/** A row as a line of an export has it: `before` and `after` are JSON values, the time is ISO 8601 in UTC. */
export const exportedRowSchema = z.strictObject({
  seq: z.number().int(),
  at: z.iso.datetime(),
  actor: z.string(),
  actorKind: z.string(),
  role: text,
  source: text,
  signedInBy: text,
  action: z.string(),
  resource: text,
  cluster: text,
  director: text,
  reason: text,
  ticket: text,
  before: z.unknown(),
  after: z.unknown(),
  revision: count,
  generation: count,
  release: text,
  outcome: z.string(),
  previous: z.string(),
  hash: z.string(),
});

/** The first line of an export: an excerpt has only rows that match filters, so that missing ones are no break. */
export const exportHeadSchema = z.strictObject({
  shoalAuditLog: z.literal(1),
  excerpt: z.boolean(),
  filters: z.record(z.string(), z.unknown()),
  exportedAt: z.iso.datetime(),
});
export type ExportHead = z.output<typeof exportHeadSchema>;

/** One line of an export: its head, a row, or (behind the rows) a checkpoint. */
export const exportLineSchema = z.union([
  exportHeadSchema,
  z.strictObject({ checkpoint: checkpointSchema }),
  exportedRowSchema,
]);

/** A row as a line of an export, without the line's end. */
export const exportedLine = ({ seq, at, ...row }: ChainRow): string =>
  JSON.stringify({
    seq,
    at: new Date(at).toISOString(),
    ...row,
    before: parsed(row.before),
    after: parsed(row.after),
  });

/** The row that a line was made of. */
export const rowOfLine = (line: z.output<typeof exportedRowSchema>): ChainRow => ({
  ...line,
  at: Date.parse(line.at),
  before: jsonOf(line.before),
  after: jsonOf(line.after),
});

const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json));
const jsonOf = (value: unknown): string | null => (value === null ? null : canonicalJson(value));
