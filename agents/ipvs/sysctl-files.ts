import { closeSync, constants, openSync, readdirSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Of this process's network namespace; it isn't there while the module ip_vs isn't loaded. */
const sysctlFolder = '/proc/sys/net/ipv4/vs';

/** Longest name that is told to a console. */
const longestName = 60;

/** One buffer for all: a value is a few digits, and the folder is read every few seconds. */
const buffer = Buffer.alloc(256);

/**
 * `net.ipv4.vs.*` by name, each a whole number; empty where the module isn't loaded.
 *
 * `sync_threshold` is two numbers in one file, the second of which is called `sync_period` here. What is no number, or
 * can't be read, is left out: newer kernels have lists of CPUs there (`est_cpulist`).
 */
export function readSysctls(folder = sysctlFolder): Record<string, number> {
  const found: Record<string, number> = {};
  for (const name of namesIn(folder)) {
    const numbers = textOf(join(folder, name))?.trim().split(/\s+/) ?? [];
    if (name.length > longestName || !numbers.every((number) => /^-?\d{1,15}$/.test(number))) continue;
    const [first, second] = numbers.map(Number);
    if (name === 'sync_threshold' && second !== undefined) found.sync_period = second;
    else if (second !== undefined) continue;
    if (first !== undefined) found[name] = first;
  }
  return found;
}

/** Sets one. Throws what the file system answers: EINVAL for a value out of range, EACCES, EROFS, ENOENT for none. */
export function writeSysctl(name: string, values: readonly number[], folder = sysctlFolder): void {
  // Never made anew: in another folder than /proc that would succeed.
  const file = openSync(join(folder, name), constants.O_WRONLY);
  try {
    writeSync(file, `${values.join(' ')}\n`);
  } finally {
    closeSync(file);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function textOf(path: string): string | null {
  try {
    const file = openSync(path, 'r');
    try {
      return buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}
