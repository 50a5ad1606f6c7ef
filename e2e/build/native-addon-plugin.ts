import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

const loader = join(import.meta.dirname, 'load-native-addon.ts');
const loaderText = JSON.stringify(loader);
const call = /require\((['"])node-gyp-build\1\)\(__dirname \+ ['"]\/\.\.['"]\)/;

/** The machines a director may be; a prebuilt addon for each travels in the bundle. */
const architectures = ['x64', 'arm64'];

/**
 * An esbuild plugin that carries the native addons of `netlink` and `koffi` inside a bundle. The bundle then is one file
 * that needs no node_modules: it writes the addon of the machine it runs on to a private folder, loads it, and deletes
 * it. Fails the build where either finds its addon in a way that is not known here.
 *
 * `netlink` brings an addon for each architecture. npm installs `koffi`'s for the building machine alone; on another
 * one the agent does without.
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
        return { contents: source.replace(call, () => `require(${loaderText}).${loading(addons)}`), loader: 'js' };
      });
      build.onLoad({ filter: /node_modules\/koffi\/src\/koffi\/src\/static\.js$/ }, ({ path }) => {
        if (!readFileSync(path, 'utf8').includes('loadStatic'))
          return { errors: [{ text: `${path} does not load its addon as it used to` }] };
        const packages = join(path, '..', '..', '..', '..', '..', '@koromix');
        const addons = architectures
          .map((name) => [name, join(packages, `koffi-linux-${name}`, `linux_${name}`, 'koffi.node')] as const)
          .filter(([, file]) => existsSync(file));
        const contents = `import { loadNativeAddon } from ${loaderText};
          export const loadStatic = () => ${loading(addons)};`;
        return { contents, loader: 'js' };
      });
    },
  };
}

function loading(addons: readonly (readonly [architecture: string, file: string])[]): string {
  const encoded = addons.map(([name, file]) => [name, readFileSync(file).toString('base64')]);
  return `loadNativeAddon(${JSON.stringify(Object.fromEntries(encoded))})`;
}
