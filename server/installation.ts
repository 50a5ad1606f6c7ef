import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder that has prisma/migrations, from a folder inside it. Throws when there is none: files are missing. */
export function findInstallation(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'prisma/migrations'))) return folder;
    if (folder === path.dirname(folder)) throw new Error(`no prisma/migrations above ${from}: files are missing`);
  }
}
