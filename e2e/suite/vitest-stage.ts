import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../build/run-command.ts';
import type { Stage, StageOutcome } from './stage.ts';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Runs one project of vitest.config.ts and counts its tests. A file that can't be loaded counts as a failure. */
export async function runVitest(project: string, env: Record<string, string> = {}): Promise<StageOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'shoal-vitest-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const { code, output } = await runCommand(['vitest', 'run', '--project', project, ...reporters], env);
    return outcomeOf(code, output, () => JSON.parse(readFileSync(file, 'utf8')) as VitestReport);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function outcomeOf(code: number, output: string, read: () => VitestReport): StageOutcome {
  let report: VitestReport;
  try {
    report = read();
  } catch {
    return { passed: 0, failed: 1, skipped: 0, details: output };
  }
  const unloaded = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
  const counted = report.numFailedTests + unloaded.length;
  // Vitest also fails for errors outside of any test, and when it found none.
  const failed = code !== 0 && counted === 0 ? 1 : counted;
  return {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + report.numTodoTests,
    details: failed > 0 ? output.slice(Math.max(0, output.search(/^⎯+ (Failed|Unhandled)/m))) : '',
  };
}

export function vitestStage(project: string, title: string): Stage {
  return { name: project, title, run: () => runVitest(project) };
}
