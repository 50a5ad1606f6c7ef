import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

const loader = join(import.meta.dirname, 'load-native-addon.ts');
const call = /require\((['"])node-gyp-build\1\)\(__dirname \+ ['"]\/\.\.['"]\)/;

/** The machines a director may be; a prebuilt addon for each travels in the bundle. */
const architectures = ['x64', 'arm64'];

/**
 * An esbuild plugin that carries native addons inside a bundle, for packages that find theirs by `node-gyp-build` (only
 * `netlink` does so here). The bundle then is one file that needs no node_modules: it writes the addon of the machine it
 * runs on to a private folder, loads it, and deletes it. Fails the build for a package without the addons in
 * `prebuilds/`, or one that calls `node-gyp-build` in a way that is not known here.
 */
export function nativeAddonPlugin(): Plugin {
  return {
    name: 'native-addon',
    setup(build) {
      build.onLoad({ filter: /node_modules\/netlink\/dist\/raw\.js$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        if (!call.test(source)) return { errors: [{ text: `${path} does not load its addon as it used to` }] };
        const prebuilds = join(dirname(path), '..', 'prebuilds');
        const addons = architectures.map((name) => [name, join(prebuilds, `linux-${name}`, 'node.napi.node')] as const);
        const lacking = addons.find(([, file]) => !existsSync(file));
        if (lacking) return { errors: [{ text: `${lacking[1]} is missing` }] };
        const encoded = addons.map(([name, file]) => [name, readFileSync(file).toString('base64')]);
        const load = `require(${JSON.stringify(loader)}).loadNativeAddon(${JSON.stringify(Object.fromEntries(encoded))})`;
        return { contents: source.replace(call, () => load), loader: 'js' };
      });
    },
  };
}
