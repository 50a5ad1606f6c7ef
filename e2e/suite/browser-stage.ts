import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumProgram } from '../browser/chromium-program.ts';
import { runCommand } from '../build/run-command.ts';
import { canRunLab } from '../lab/can-run-lab.ts';
import { oneFailed, oneSkipped, type Stage, type StageOutcome } from './stage.ts';

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Operators' tasks in a real browser, against the real console, real agents and the lab. */
export const browserStage: Stage = {
  name: 'browser',
  title: 'Operators’ tasks in a browser',
  run: async () => {
    if (!chromiumProgram()) return oneSkipped('Chromium is missing: run `npm run setup`.');
    const availability = await canRunLab();
    if (!availability.ok) return oneSkipped(availability.reason);
    return runPlaywright();
  },
};

async function runPlaywright(): Promise<StageOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'shoal-playwright-'));
  const file = join(folder, 'report.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  try {
    const { code, output } = await runCommand(['playwright', 'test', '--reporter=line,json'], env);
    let report: PlaywrightReport;
    try {
      report = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
    } catch {
      return oneFailed(output);
    }
    const { expected, unexpected, flaky, skipped } = report.stats;
    const failed = code !== 0 && unexpected + flaky === 0 ? 1 : unexpected + flaky;
    return { passed: expected, failed, skipped, details: failed > 0 ? output : '' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
