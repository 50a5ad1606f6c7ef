import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** A state file that can't be read as what it should hold. It was moved aside; nothing of it is lost. */
export class CorruptStateFile extends Error {
  override readonly name = 'CorruptStateFile';

  constructor(path: string, keptAs: string, detail: string) {
    super(`${path} can't be read (${detail}); it is kept as ${keptAs}`);
  }
}

/**
 * One JSON file, written so that a crash or a full disk leaves either the old or the new content: to a second file,
 * through to the disk, then renamed. Only its owner may read it.
 */
export class StateFile<Schema extends z.ZodType> {
  readonly #path: string;
  readonly #schema: Schema;

  constructor(path: string, schema: Schema) {
    this.#path = path;
    this.#schema = schema;
  }

  /** What the file holds; null when there is none. Throws CorruptStateFile. */
  read(): z.output<Schema> | null {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    try {
      return this.#schema.parse(JSON.parse(text));
    } catch (error) {
      throw new CorruptStateFile(this.#path, this.#keepAside(), reasonOf(error));
    }
  }

  write(value: z.output<Schema>): void {
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    const fresh = `${this.#path}.new`;
    const file = openSync(fresh, 'w', 0o600);
    try {
      writeSync(file, `${JSON.stringify(value)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(fresh, this.#path);
    syncFolder(dirname(this.#path));
  }

  #keepAside(): string {
    for (let number = 1; ; number++) {
      const name = `${this.#path}.bad-${number}`;
      try {
        // Reserves the name: a rename would replace an earlier one in silence.
        closeSync(openSync(name, 'wx', 0o600));
        renameSync(this.#path, name);
        return name;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  }
}

/** Makes the rename itself last through a loss of power. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof SyntaxError ? 'it is not JSON' : error instanceof Error ? firstIssue(error) : String(error);

function firstIssue(error: Error): string {
  const [issue] = (error as { issues?: { path: PropertyKey[]; message: string }[] }).issues ?? [];
  return issue ? `${issue.path.map(String).join('.') || 'content'}: ${issue.message}` : error.message;
}
