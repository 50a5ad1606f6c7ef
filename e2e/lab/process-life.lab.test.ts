import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { projectNode, projectRoot } from './project-root.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shoal-life-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program of its own that starts a lab in our folder; resolves when the lab is up. */
async function holdLab(): Promise<ChildProcess> {
  const program = `
    import { startLab } from '${projectRoot}/e2e/lab/start-lab.ts';
    const lab = await startLab();
    process.on('SIGTERM', async () => { await lab.stop(); process.exit(); });
    console.log('up');
    setInterval(() => {}, 1000);`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
  const holder = spawn(projectNode, args, {
    cwd: projectRoot,
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([
    once(holder.stdout, 'data'),
    once(holder, 'exit').then(() => Promise.reject(new Error('the lab did not start'))),
  ]);
  return holder;
}

/** The processes that were started with a path in our folder: the keeper and the kernel's own. */
function processesOfLab(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ');
        return words.includes(join(folder, 'shoal-lab-')) ? [`${pid} ${words}`] : [];
      } catch {
        return [];
      }
    });
}

test.each(['SIGKILL', 'SIGTERM'] as const)(
  'nothing of a lab outlives a holder that gets %s',
  async (signal) => {
    const holder = await holdLab();
    expect(processesOfLab().some((line) => line.includes('linux.uml'))).toBe(true);
    holder.kill(signal);
    await vi.waitFor(() => expect(processesOfLab()).toEqual([]), { timeout: 10_000 });
    await vi.waitFor(() => expect(readdirSync(folder).filter((name) => name.startsWith('shoal-lab-'))).toEqual([]));
  },
  60_000,
);
