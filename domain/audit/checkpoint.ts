import { z } from 'zod';

/** What the audit log's hash was at a row, signed by the console: from then on, nothing up to it can be written anew. */
export const checkpointSchema = z.strictObject({
  seq: z.number().int().min(1),
  hash: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** Milliseconds since 1970 on the console's clock. */
  at: z.number().int(),
  /** Ed25519 over `checkpointText`, base64. */
  signature: z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/),
});

export type Checkpoint = z.output<typeof checkpointSchema>;

/** What the console signs: a text that nothing else of the console's signs begins with. */
export const checkpointText = ({ seq, hash, at }: Omit<Checkpoint, 'signature'>): string =>
  `shoal audit checkpoint 1\n${seq}\n${hash}\n${at}`;

/** What somebody holds who isn't the database: a director's agent, or a person who kept an export. */
export interface Witness {
  /** The director, or the file. */
  readonly by: string;
  readonly checkpoints: readonly Checkpoint[];
}
