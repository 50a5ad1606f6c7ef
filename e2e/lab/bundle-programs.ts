import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../build/bundle-options.ts';
import { projectRoot } from './project-root.ts';

/** npm packages that load native parts from their own folders; the guest sees node_modules, so they stay outside. */
const nativePackages = ['netlink', 'koffi'];

/**
 * Bundles TypeScript programs into `dist/lab/`, each a single file that the guest runs with the project's Node.
 * `entries` maps a bundle's name to its source, relative to the project. Returns the bundles' absolute paths.
 */
export async function bundlePrograms<Name extends string>(
  entries: Record<Name, string>,
): Promise<Record<Name, string>> {
  const result = await build({
    absWorkingDir: projectRoot,
    entryPoints: Object.entries<string>(entries).map(([out, source]) => ({ out, in: source })),
    outdir: 'dist/lab',
    outExtension: { '.js': '.mjs' },
    ...bundleOptions,
    external: nativePackages,
    sourcemap: 'inline',
    sourcesContent: false,
    write: false,
  });
  for (const file of result.outputFiles) replaceFile(file.path, file.contents);
  const paths = Object.keys(entries).map((name) => [name, join(projectRoot, 'dist', 'lab', `${name}.mjs`)]);
  return Object.fromEntries(paths) as Record<Name, string>;
}

/** Swaps the file in one move and only when it changed, because another lab may be starting from it. */
function replaceFile(path: string, contents: Uint8Array): void {
  try {
    if (readFileSync(path).equals(contents)) return;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, contents);
  renameSync(fresh, path);
}
