import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unpackedRoot } from './package-groups.mjs';
import { runProgram } from './run-program.mjs';

/**
 * Downloads the packages with all that they depend on and this machine lacks, and unpacks them into the project's
 * cache, without root.
 *
 * apt-get resolves the dependencies against the machine's real dpkg status, so nothing that is installed is fetched
 * again; its lists and archives stand in the cache, because the system's are root's.
 */
export async function unpackDebianPackages(root, names) {
  const cache = join(root, '.cache', 'debian');
  const archives = join(cache, 'archives');
  for (const folder of [join(cache, 'lists', 'partial'), join(archives, 'partial'), join(root, unpackedRoot)])
    mkdirSync(folder, { recursive: true });
  const apt = (...args) =>
    runProgram('apt-get', [
      ...['-qq', '-y', '-o', 'Debug::NoLocking=true', '-o', `Dir::State::lists=${join(cache, 'lists')}`],
      ...['-o', `Dir::Cache=${cache}`, '-o', `Dir::Cache::archives=${archives}`, '-o', 'APT::Sandbox::User='],
      ...args,
    ]);

  const update = await apt('update');
  if (update.code === 127) return { ok: false, reason: 'This machine has no apt-get.' };
  const fetch = await apt('install', '--download-only', '--no-install-recommends', ...names);
  if (fetch.code !== 0) return { ok: false, reason: `apt-get could not download:\n${update.output}${fetch.output}` };

  for (const archive of readdirSync(archives).filter((name) => name.endsWith('.deb'))) {
    const unpack = await runProgram('dpkg', ['-x', join(archives, archive), join(root, unpackedRoot)]);
    if (unpack.code !== 0) return { ok: false, reason: `dpkg could not unpack ${archive}:\n${unpack.output}` };
  }
  return { ok: true };
}
