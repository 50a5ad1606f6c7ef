import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProgress } from './progress.mjs';
import { runProgram } from './run-program.mjs';

/**
 * Makes sure that node_modules holds what package.json names; takes no time when it already does.
 *
 * `npm install`, never `npm ci`: a lock written where other platforms' optional binaries can't be had lacks their
 * entries, and `npm ci` refuses such a lock. No package's install script is run (`.npmrc`): better-sqlite3's would fetch
 * Node's headers and want a compiler, to build what it brings prebuilt, and Prisma's would fetch engines that we don't
 * use. Only the package `node` needs its own, which fetches the program for this machine from the registry.
 */
export async function ensureNpmPackages(root) {
  const stamp = join(root, '.cache', 'npm-packages');
  const { scripts: _, ...dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = createHash('sha256').update(JSON.stringify(dependencies)).digest('hex');
  const link = join(root, 'node_modules', '.bin', 'node');
  const ownNode = join(root, 'node_modules', 'node', 'bin', 'node');
  if (existsSync(link) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return { ok: true };

  const progress = startProgress('installing npm packages');
  const install = await runProgram('npm', ['install', '--no-audit', '--no-fund'], { cwd: root });
  if (install.code !== 0) return failed(progress, 'npm install', install);
  if (!(await hasNode(ownNode, dependencies))) {
    const cwd = join(root, 'node_modules', 'node');
    const fetch = await runProgram(process.execPath, ['installArchSpecificPackage.js'], { cwd });
    if (fetch.code !== 0) return failed(progress, "fetching the project's own Node", fetch);
  }
  // npm found no program to link when it installed the package.
  if (!existsSync(link)) symlinkSync('../node/bin/node', link);
  progress.done();
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, wanted);
  return { ok: true };
}

function failed(progress, what, { output }) {
  progress.failed();
  return { ok: false, reason: `${what} failed:\n${output.trim()}` };
}

async function hasNode(ownNode, { dependencies }) {
  if (!existsSync(ownNode)) return false;
  return (await runProgram(ownNode, ['--version'])).output.trim() === `v${dependencies.node}`;
}
