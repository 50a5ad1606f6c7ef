import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../lab/project-root.ts';
import type { BuildStep } from './build-step.ts';
import { bundleOptions } from './bundle-options.ts';
import { nativeAddonPlugin } from './native-addon-plugin.ts';
import { runCommand } from './run-command.ts';

const packages = ['package-lock.json', 'e2e/build', 'tsconfig.json'];

/** The database client, from the schema. Types, tests and the console's bundle need it. */
export const prismaStep: BuildStep = {
  name: 'prisma',
  inputs: [...packages, 'prisma/schema.prisma', 'prisma.config.ts'],
  outputs: ['prisma/client/client.ts'],
  run: () => command(['prisma', 'generate', '--no-hints']),
};

/** The pages, for Next to serve behind the console's own server. */
export const pagesStep: BuildStep = {
  name: 'pages',
  inputs: [...packages, 'app', 'domain', 'public', 'next.config.ts', 'postcss.config.mjs'],
  outputs: ['.next/BUILD_ID'],
  run: () => command(['next', 'build'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
};

/** The console's server. npm packages stay outside: node_modules is there when it runs. */
export const consoleStep: BuildStep = {
  name: 'console',
  inputs: [...packages, 'server', 'domain', 'prisma/schema.prisma'],
  outputs: ['dist/console/main.mjs'],
  run: async () => {
    await build({
      ...bundleOptions,
      absWorkingDir: projectRoot,
      entryPoints: ['./server/main.ts'],
      outfile: 'dist/console/main.mjs',
      packages: 'external',
      sourcemap: true,
    });
  },
};

/** The director agent as one file that a director needs nothing but Node for. */
export const agentStep: BuildStep = {
  name: 'agent',
  inputs: [...packages, 'agents', 'domain'],
  outputs: ['dist/agent/shoal-agent.mjs'],
  run: async () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
    await build({
      ...bundleOptions,
      absWorkingDir: projectRoot,
      entryPoints: ['./agents/main.ts'],
      outfile: 'dist/agent/shoal-agent.mjs',
      // Optional speed-ups of `ws`, which it does without.
      external: ['bufferutil', 'utf-8-validate'],
      define: { 'process.env.SHOAL_VERSION': JSON.stringify(version) },
      plugins: [nativeAddonPlugin()],
    });
  },
};

/** The command line as one file that a machine needs nothing but Node for. */
export const commandLineStep: BuildStep = {
  name: 'command-line',
  inputs: [...packages, 'server', 'domain'],
  outputs: ['dist/cli/shoal.mjs'],
  run: async () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
    const outfile = 'dist/cli/shoal.mjs';
    await build({
      ...bundleOptions,
      banner: { js: `#!/usr/bin/env node\n${bundleOptions.banner.js}` },
      target: 'node20',
      absWorkingDir: projectRoot,
      entryPoints: ['./server/cli/main.ts'],
      outfile,
      alias: { 'better-sqlite3': './server/cli/built-in-sqlite.ts' },
      define: { 'process.env.SHOAL_VERSION': JSON.stringify(version) },
    });
    chmodSync(join(projectRoot, outfile), 0o755);
  },
};

/** Everything, in the order in which one needs the other. */
export const allSteps: readonly BuildStep[] = [prismaStep, agentStep, commandLineStep, consoleStep, pagesStep];

async function command(argv: [string, ...string[]], env: Record<string, string> = {}): Promise<void> {
  const { code, output } = await runCommand(argv, env);
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with code ${code}\n${output}`);
}
