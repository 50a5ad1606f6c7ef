import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run types` checks the whole project; checking it again would double the time of a build.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  // Every page shows live numbers: a page kept by the router would show old ones as if they were new.
  experimental: { staleTimes: { dynamic: 0, static: 30 } },
};

export default config;
