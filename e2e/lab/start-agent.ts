import { join } from 'node:path';
import type { Lab, LabProcess } from './lab.ts';
import { consoleInLab, type Director } from './namespaces.ts';
import { projectNode, projectRoot } from './project-root.ts';

/** The agent as it is shipped: one file. */
export const agentBundle = join(projectRoot, 'dist', 'agent', 'shoal-agent.mjs');

export interface AgentOptions {
  /** A one-time token to enrol with; none when the agent has enrolled before. */
  token?: string;
  /** Defaults to the machine's name. */
  name?: string;
  /** Where the agent keeps its key and its last intent; outlives the agent, not the lab. */
  stateDir?: string;
  extraArgs?: string[];
}

/** Starts the agent on a director, as root, dialling the console that the lab points at. Does not wait for it. */
export function startAgent(lab: Lab, director: Director, options: AgentOptions = {}): Promise<LabProcess> {
  return lab.spawn(director, [
    ...[projectNode, '--max-old-space-size=64', agentBundle],
    ...['--console', consoleInLab],
    ...['--name', options.name ?? director],
    ...['--state-dir', options.stateDir ?? `/run/shoal/${director}`],
    ...(options.token ? ['--token', options.token] : []),
    ...(options.extraArgs ?? []),
  ]);
}
