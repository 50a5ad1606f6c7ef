import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf } from './imports-of.ts';
import { layerFindings, layers } from './layer-findings.ts';
import { nameFindings } from './name-findings.ts';

/** What git ignores: made by set-up, builds and runs. */
const ignored = new Set([
  ...['.git', '.cache', '.next', 'node_modules', 'dist', 'data', 'test-results', 'playwright-report'],
  ...['next-env.d.ts', 'tsconfig.tsbuildinfo', 'prisma/client'],
]);

export interface LayerReport {
  files: number;
  imports: number;
  findings: string[];
}

/**
 * Checks who imports whom, and what files are called, in the whole project. A layer without a file or without an import
 * is a finding: then it was this check that failed.
 */
export function checkLayers(root: string): LayerReport {
  const files = listFiles(root, '');
  const findings = files.flatMap(nameFindings);
  const importsOfLayer = new Map(layers.map((layer) => [layer, 0]));
  let imports = 0;
  for (const file of files.filter((name) => /\.(ts|tsx)$/.test(name))) {
    const lines = importsOf(readFileSync(join(root, file), 'utf8'));
    const layer = layers.find((name) => file.startsWith(`${name}/`));
    if (layer) importsOfLayer.set(layer, (importsOfLayer.get(layer) ?? 0) + lines.length);
    imports += lines.length;
    findings.push(...layerFindings(file, lines));
  }
  for (const [layer, count] of importsOfLayer) {
    if (count === 0) findings.push(`${layer}/: no import was found there: nothing was checked`);
  }
  return { files: files.length, imports, findings };
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (ignored.has(path) || entry.name.endsWith('.tsbuildinfo')) return [];
    return entry.isDirectory() ? listFiles(root, path) : [path];
  });
}
