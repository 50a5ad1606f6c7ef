import type { ChainCheck } from '../../domain/audit/chain-check.ts';
import type { ChainVerdict, Mark } from '../../domain/audit/chain-verdict.ts';
import type { Checkpoint } from '../../domain/audit/checkpoint.ts';

/** What is found of a log: the verdict, with the checkpoints that the console's key didn't sign. */
export interface VerifiedLog extends ChainVerdict {
  readonly unsigned: readonly Mark[];
  /** True for an export that has only rows that match filters. */
  readonly excerpt: boolean;
}

/** A log that can be read through: its checkpoints, and its rows given to a check. */
export interface ReadableLog {
  readonly checkpoints: readonly Checkpoint[];
  readonly excerpt: boolean;
  readRows(check: ChainCheck): void;
}
