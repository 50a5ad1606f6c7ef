import { configDefaults, defineConfig } from 'vitest/config';

const exclude = [...configDefaults.exclude, 'dist/**', '.next/**', '.cache/**', '**/*.kernel.test.ts'];

/** Kernel tests are not vitest's: they run in the lab's guest (e2e/lab/run-kernel-tests.ts). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{domain,agents,app,e2e}/**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.{lab,causes}.test.ts'],
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts'],
          exclude,
          // How long to wait for what comes at once on a machine that is not busy.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        test: {
          name: 'causes',
          include: ['**/*.causes.test.ts'],
          exclude,
          // All causes at once, and only so that a run ends.
          ...{ maxConcurrency: 100, testTimeout: 330_000, hookTimeout: 120_000 },
        },
      },
      { test: { name: 'lab', include: ['**/*.lab.test.ts'], exclude, fileParallelism: false } },
    ],
  },
});
