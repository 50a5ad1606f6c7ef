import { type Checkpoint, checkpointText } from '../../domain/audit/checkpoint.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import { isSignedBy } from '../intent/ed25519.ts';
import type { WitnessFile } from './witness-file.ts';

/** Checkpoints that an agent keeps: with one a minute the newest week to the minute, and years before that. */
export const keptCheckpoints = 10_000;

export interface WitnessParts {
  readonly file: WitnessFile;
  /** The key of the console that this director enrolled with; null before that. */
  readonly consoleKey: () => string | null;
  readonly send: (message: AgentMessage) => void;
  /** Something that people should know, or that it is over. */
  readonly trouble: (detail: string | null) => void;
}

const nameOf = ({ seq, hash }: Checkpoint): string => `${seq} ${hash}`;

/** A row of which two hashes were told; null when there is none. */
function twofold(checkpoints: readonly Checkpoint[]): number | null {
  const hashes = new Map<number, string>();
  for (const { seq, hash } of checkpoints) {
    if ((hashes.get(seq) ?? hash) !== hash) return seq;
    hashes.set(seq, hash);
  }
  return null;
}

/** Keeps what the console's audit log was, so that nobody can write it anew without being found out. */
export class AuditWitness {
  readonly #parts: WitnessParts;

  constructor(parts: WitnessParts) {
    this.#parts = parts;
  }

  /**
   * Keeps the checkpoints that it hasn't got, and tells how far it can witness now.
   *
   * Only what the console signed. One for a row that it holds another hash of is kept beside the other: both together
   * prove that the log was written anew.
   */
  keep(checkpoints: readonly Checkpoint[]): void {
    const { file, consoleKey, send, trouble } = this.#parts;
    const key = consoleKey();
    const held = new Set(file.checkpoints.map(nameOf));
    const fresh = checkpoints.filter(
      (checkpoint) =>
        !held.has(nameOf(checkpoint)) &&
        key !== null &&
        isSignedBy(key, checkpointText(checkpoint), checkpoint.signature),
    );
    try {
      if (fresh.length > 0) file.add(fresh);
      const twice = twofold(file.checkpoints);
      const anew = `the console’s audit log was written anew: this agent was told two hashes of row #${twice}`;
      trouble(twice === null ? null : anew);
    } catch (error) {
      trouble(`checkpoints of the audit log can’t be kept: ${(error as Error).message}`);
    }
    send({ type: 'witnessed', seq: this.newest });
  }

  /** Tells all that it holds. */
  tell(request: number): void {
    this.#parts.send({ type: 'witness', request, checkpoints: [...this.#parts.file.checkpoints] });
  }

  /** The furthest row that it can witness; 0 for none. */
  get newest(): number {
    return this.#parts.file.checkpoints.reduce((furthest, { seq }) => Math.max(furthest, seq), 0);
  }
}
