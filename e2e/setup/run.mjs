// Installs what is missing, then runs a TypeScript program with the project's own Node.
// Runs on bare Node 20 with nothing installed:  node e2e/setup/run.mjs [--with lab,chromium] [entry.ts args …]
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDebianPackages } from './debian-packages.mjs';
import { ensureNpmPackages } from './npm-packages.mjs';
import { packageGroups } from './package-groups.mjs';
import { runEntry } from './run-entry.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const args = process.argv.slice(2);
const groups = args[0] === '--with' ? args.splice(0, 2)[1].split(',') : [];
const unknown = groups.filter((group) => !(group in packageGroups));
if (unknown.length > 0) fail(`--with knows ${Object.keys(packageGroups).join(', ')}, not ${unknown.join(', ')}`);

const [npm, debian] = await Promise.all([ensureNpmPackages(root), ensureDebianPackages(root, groups)]);
if (!npm.ok) fail(npm.reason);
// Not the end: what needs these packages finds them missing, and says for itself what it can't do.
if (!debian.ok) process.stderr.write(`set-up: ${debian.reason}\n`);

const [entry, ...rest] = args;
process.exitCode = entry ? await runEntry(root, entry, rest) : debian.ok ? 0 : 1;

function fail(reason) {
  process.stderr.write(`set-up: ${reason}\n`);
  process.exit(1);
}
