import type { Mark } from './chain-verdict.ts';
import { type Checkpoint, checkpointText, type Witness } from './checkpoint.ts';

/** Whether the console's key signed a text. */
export type IsSigned = (text: string, signature: string) => boolean;

export interface TrustedMarks {
  readonly marks: readonly Mark[];
  /** Checkpoints whose signature isn't by the console's key: whoever wrote them had not the key. */
  readonly unsigned: readonly Mark[];
}

/** The log's own checkpoints and those of its witnesses, by whether the console signed them. */
export function trustedMarks(
  own: readonly Checkpoint[],
  witnesses: readonly Witness[],
  isSigned: IsSigned,
): TrustedMarks {
  // The same one is held by many: a signature takes longer to check than a row.
  const known = new Map<string, boolean>();
  const trusted = (checkpoint: Checkpoint): boolean => {
    const text = checkpointText(checkpoint);
    const key = `${checkpoint.signature}\n${text}`;
    const found = known.get(key) ?? isSigned(text, checkpoint.signature);
    known.set(key, found);
    return found;
  };
  const marks: Mark[] = [];
  const unsigned: Mark[] = [];
  for (const { by, checkpoints } of [{ by: null, checkpoints: own }, ...witnesses])
    for (const checkpoint of checkpoints) {
      const { seq, hash } = checkpoint;
      (trusted(checkpoint) ? marks : unsigned).push({ seq, hash, by });
    }
  return { marks, unsigned };
}
