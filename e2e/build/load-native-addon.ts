import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The exports of a native addon that is given as base64, by CPU architecture (`process.arch`). It stands as a file, in a
 * folder that only we can enter, just while it is loaded. Throws, naming each folder tried, where none may hold programs.
 */
export function loadNativeAddon(addons: Record<string, string>): unknown {
  const encoded = addons[process.arch];
  if (!encoded)
    throw new Error(`There is no native addon for ${process.arch}, only for ${Object.keys(addons).join(', ')}`);
  const bytes = Buffer.from(encoded, 'base64');
  const failures: string[] = [];
  // /tmp may be mounted noexec; /run is root's.
  for (const parent of [tmpdir(), '/run', '/var/lib']) {
    let folder: string | undefined;
    try {
      folder = mkdtempSync(join(parent, 'shoal-addon-'));
      const file = join(folder, 'addon.node');
      writeFileSync(file, bytes, { mode: 0o500 });
      const loaded = { exports: {} };
      process.dlopen(loaded, file);
      return loaded.exports;
    } catch (error) {
      failures.push(`${parent}: ${(error as Error).message}`);
    } finally {
      if (folder) rmSync(folder, { recursive: true });
    }
  }
  throw new Error(`The native addon could not be loaded:\n${failures.join('\n')}`);
}
