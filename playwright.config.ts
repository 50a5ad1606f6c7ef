import { defineConfig } from '@playwright/test';
import { chromiumProgram } from './e2e/browser/chromium-program.ts';
import { debianEnvironment } from './e2e/lab/debian-program.ts';

/** Operators' tasks share one console and one lab, so they run one after the other, in the order of their names. */
export default defineConfig({
  testDir: 'e2e/tasks',
  testMatch: '**/*.task.ts',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  use: {
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromiumProgram() ?? '',
      env: debianEnvironment() as Record<string, string>,
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
        ...['--disable-background-networking', '--disable-component-update'],
      ],
    },
  },
});
