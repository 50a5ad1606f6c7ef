import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { unpackDebianPackages } from './debian-unpack.mjs';
import { packageGroups, unpackedRoot } from './package-groups.mjs';
import { startProgress } from './progress.mjs';
import { runProgram } from './run-program.mjs';

/**
 * Makes sure that the Debian packages of the named groups are there: installed by apt where we are root, unpacked into
 * the project's cache where we aren't. Where neither can be done the reason names the one command that a person with
 * the right to it has to run.
 */
export async function ensureDebianPackages(root, groups) {
  const missing = groups.flatMap((group) => packageGroups[group]).filter((wanted) => !isThere(root, wanted));
  if (missing.length === 0) return { ok: true };
  const names = missing.map((wanted) => wanted.name);

  const progress = startProgress(`Debian packages ${names.join(', ')}`);
  const outcome = process.getuid() === 0 ? await installAsRoot(names) : await unpackDebianPackages(root, names);
  if (!outcome.ok) {
    progress.failed();
    const command = `sudo apt-get update && sudo apt-get install --no-install-recommends ${names.join(' ')}`;
    return { ok: false, reason: `${outcome.reason.trim()}\n\nInstall them with:\n    ${command}` };
  }
  progress.done();
  const lacking = missing.filter((wanted) => !isThere(root, wanted)).map((wanted) => wanted.name);
  if (lacking.length > 0) return { ok: false, reason: `${lacking.join(', ')} did not bring the files we look for` };
  return { ok: true };
}

function isThere(root, wanted) {
  return wanted.files.some((file) => existsSync(file) || existsSync(join(root, unpackedRoot, file)));
}

async function installAsRoot(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
  const first = await install();
  if (first.code === 0) return { ok: true };
  if (first.code === 127) return { ok: false, reason: 'This machine has no apt-get.' };
  // The lists are missing or too old on a fresh machine: fetch them once and try again.
  await runProgram('apt-get', ['update', '-qq'], { env });
  const second = await install();
  return second.code === 0 ? { ok: true } : { ok: false, reason: `apt-get install failed:\n${second.output}` };
}
