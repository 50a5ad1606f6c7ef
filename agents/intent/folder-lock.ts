import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process as nothing but itself can be: a process id comes again, with its start time it doesn't. */
export interface ProcessMark {
  readonly pid: number;
  /** Ticks from the boot to its start, and the boot; null when there is no such process any more. */
  readonly started: string | null;
}

/** Milliseconds that a process which is just ending is waited for, and between two looks at it. */
const patience = 3000;
const lookEvery = 100;

/**
 * Takes a state folder for this process. Gives the process that has it, when that is another one and stays.
 *
 * Two agents on one folder would undo each other's work and overwrite each other's ownership. What a process left that
 * was killed doesn't count. Waits with `sleep`, as a restart may overlap with the end of the one before.
 */
export async function takeFolder(
  folder: string,
  sleep: (milliseconds: number) => Promise<unknown>,
  self: number = process.pid,
  markOf: (pid: number) => ProcessMark = processMark,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly holder: number }> {
  const path = join(folder, 'agent.lock');
  for (let waited = 0; ; waited += lookEvery) {
    const holder = holderIn(path, markOf);
    if (holder === null || holder === self) break;
    if (waited >= patience) return { ok: false, holder };
    await sleep(lookEvery);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fresh = `${path}.${self}`;
  writeFileSync(fresh, JSON.stringify(markOf(self)), { mode: 0o600 });
  renameSync(fresh, path);
  // Another one may have taken it in the same moment: the later of both has it.
  const holder = holderIn(path, markOf);
  return holder === null || holder === self ? { ok: true } : { ok: false, holder };
}

/** The living process that a lock names; null for none. */
function holderIn(path: string, markOf: (pid: number) => ProcessMark): number | null {
  try {
    const { pid, started } = JSON.parse(readFileSync(path, 'utf8')) as Partial<ProcessMark>;
    if (typeof pid !== 'number' || typeof started !== 'string') return null;
    return markOf(pid).started === started ? pid : null;
  } catch {
    return null;
  }
}

/** proc(5): the state and the start time are the 3rd and the 22nd field, and the name in the 2nd may hold anything. */
export function processMark(pid: number): ProcessMark {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const ended = fields[0] === 'Z' || fields[0] === 'X';
    return { pid, started: ended ? null : `${fields[19]} ${boot}` };
  } catch {
    return { pid, started: null };
  }
}
