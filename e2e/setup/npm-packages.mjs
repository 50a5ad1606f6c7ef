import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProgress } from './progress.mjs';
import { runProgram } from './run-program.mjs';

/**
 * Makes sure that node_modules holds what package.json names; takes no time when it already does.
 *
 * `npm install`, never `npm ci`: a lock written where other platforms' optional binaries can't be had lacks their
 * entries, and `npm ci` refuses such a lock.
 */
export async function ensureNpmPackages(root) {
  const stamp = join(root, '.cache', 'npm-packages');
  const { scripts: _, ...dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = createHash('sha256').update(JSON.stringify(dependencies)).digest('hex');
  const isInstalled = existsSync(join(root, 'node_modules', '.bin', 'node'));
  if (isInstalled && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return { ok: true };

  const progress = startProgress('installing npm packages');
  const { code, output } = await runProgram('npm', ['install', '--no-audit', '--no-fund'], { cwd: root });
  if (code !== 0) {
    progress.failed();
    return { ok: false, reason: `npm install failed:\n${output.trim()}` };
  }
  progress.done();
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, wanted);
  return { ok: true };
}
