import type { BuildOptions } from 'esbuild';

/** What all our bundles for Node have in common: one ES module with everything in it. */
export const bundleOptions = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // CommonJS packages inside a bundle call require for Node's own modules.
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
  },
  legalComments: 'none',
  logLevel: 'silent',
} satisfies BuildOptions;
