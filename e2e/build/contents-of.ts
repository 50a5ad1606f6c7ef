import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One hash over the names and contents of files and folders below `root`; a missing one counts as missing. */
export function contentsOf(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    const whole = join(root, path);
    if (!existsSync(whole)) hash.update(`missing ${path}\n`);
    else if (statSync(whole).isDirectory()) for (const name of readdirSync(whole).sort()) add(`${path}/${name}`);
    else hash.update(`${path}\n`).update(readFileSync(whole));
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}
