import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { bundlePrograms } from './bundle-programs.ts';
import type { KernelTestEvent } from './kernel-test-event.ts';
import type { Lab } from './lab.ts';
import { projectNode, projectRoot } from './project-root.ts';

export interface KernelTestResult extends KernelTestEvent {
  file: string;
}

/**
 * Runs each file of a pattern in the guest, as root and in a network namespace of its own with `lo` up and
 * an empty IPVS table. A file that dies, or that holds no test, counts as a failure.
 */
export async function runKernelTests(
  lab: Lab,
  onResult: (result: KernelTestResult) => void = () => {},
  pattern = 'agents/**/*.kernel.test.ts',
): Promise<KernelTestResult[]> {
  const files = globSync(pattern, { cwd: projectRoot }).sort();
  const { reporter } = await bundlePrograms({ reporter: 'e2e/lab/guest/kernel-tests/reporter.ts' });
  const results: KernelTestResult[] = [];
  for (const file of files) {
    for (const result of await runFile(lab, file, reporter)) {
      results.push(result);
      onResult(result);
    }
  }
  return results;
}

async function runFile(lab: Lab, file: string, reporter: string): Promise<KernelTestResult[]> {
  const name = `kernel-tests/${basename(file, '.ts')}`;
  const bundle = (await bundlePrograms({ [name]: file }))[name] ?? '';
  const node = [projectNode, '--enable-source-maps', `--test-reporter=${reporter}`, bundle];
  const alone = ['unshare', '-n', 'bash', '-c', 'ip link set lo up && exec "$@"', 'bash', ...node];
  const { code, stdout, stderr } = await lab.exec('root', alone, { timeoutMs: 120_000 });

  const results: KernelTestResult[] = [];
  const said: string[] = [];
  for (const line of stdout.split('\n')) {
    if (line.startsWith('{"test":')) results.push({ file, ...(JSON.parse(line) as KernelTestEvent) });
    else said.push(line);
  }
  const hasFailed = results.some((result) => result.outcome === 'failed');
  if (results.length === 0 || (code !== 0 && !hasFailed)) {
    const reason = `it ended with code ${code} after ${results.length} tests\n${said.join('\n')}${stderr}`;
    results.push({ file, test: 'the file as a whole', outcome: 'failed', reason });
  }
  return results;
}
