import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Checkpoint, checkpointSchema } from '../../domain/audit/checkpoint.ts';

/**
 * Checkpoints of the console's audit log, one as JSON on each line, in the order in which they came.
 *
 * Lines are only added, and through to the disk, so that whoever can write the console's files finds here what the log
 * was. Only when there are more than `bound` is it written anew, by a rename, without every second of the older half.
 */
export class WitnessFile {
  readonly #path: string;
  readonly #bound: number;
  #checkpoints: Checkpoint[];

  /** Reads what is there; a line that a crash cut off is no checkpoint, and is left where it is. */
  constructor(path: string, bound: number) {
    this.#path = path;
    this.#bound = bound;
    this.#checkpoints = readLines(path);
  }

  get checkpoints(): readonly Checkpoint[] {
    return this.#checkpoints;
  }

  add(checkpoints: readonly Checkpoint[]): void {
    this.#append(checkpoints);
    this.#checkpoints.push(...checkpoints);
    if (this.#checkpoints.length > this.#bound) this.#thinOut();
  }

  #append(checkpoints: readonly Checkpoint[]): void {
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    // A line's end first: a line that a crash cut off must not swallow the next.
    writeThrough(this.#path, 'a', checkpoints.map((checkpoint) => `\n${JSON.stringify(checkpoint)}`).join(''));
  }

  /** The oldest one stays for ever; of the others of the older half every second goes, each time it is full. */
  #thinOut(): void {
    const half = Math.floor(this.#checkpoints.length / 2);
    const kept = this.#checkpoints.filter((_, index) => index >= half || index % 2 === 0);
    const fresh = `${this.#path}.new`;
    writeThrough(fresh, 'w', kept.map((checkpoint) => `\n${JSON.stringify(checkpoint)}`).join(''));
    renameSync(fresh, this.#path);
    this.#checkpoints = kept;
  }
}

function writeThrough(path: string, flag: 'a' | 'w', text: string): void {
  const file = openSync(path, flag, 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function readLines(path: string): Checkpoint[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return text.split('\n').flatMap((line) => {
    try {
      return checkpointSchema.safeParse(JSON.parse(line)).data ?? [];
    } catch {
      return [];
    }
  });
}
