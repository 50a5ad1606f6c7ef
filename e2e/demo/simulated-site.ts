import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endingWithUs } from '../lab/ending-with-us.ts';
import { directors } from '../lab/namespaces.ts';
import { projectNode } from '../lab/project-root.ts';
import { agentBundle } from '../lab/start-agent.ts';
import type { Site } from './site.ts';

/** The demo without a kernel: the same agents, each on a table in its own memory with made-up traffic. */
export function openSimulatedSite(): Site {
  const folder = mkdtempSync(join(tmpdir(), 'shoal-simulated-'));
  const agents: ChildProcess[] = [];
  const died = Promise.withResolvers<string>();
  return {
    async enrol(consoleUrl, tokens) {
      for (const name of directors) {
        const words = ['--simulated', '--console', consoleUrl, '--name', name, '--state-dir', join(folder, name)];
        const token = ['--token', tokens.get(name) ?? ''];
        const [program, ...args] = endingWithUs([projectNode, agentBundle, ...words, ...token]);
        const agent = spawn(program, args, {
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        let said = '';
        agent.stderr?.on('data', (chunk) => {
          said = (said + chunk).slice(-2000);
        });
        agent.on('exit', (code) => died.resolve(`the simulated director ${name} ended with code ${code}:\n${said}`));
        agents.push(agent);
      }
    },
    send: async () => {},
    died: died.promise,
    async stop() {
      const ended = agents.map((agent) => new Promise((resolve) => agent.once('close', resolve)));
      for (const agent of agents) agent.kill('SIGTERM');
      await Promise.all(ended);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
