import { ipvsadmLine } from '../domain/plan/ipvsadm-line.ts';
import type { Plan, Step } from '../domain/plan/plan.ts';
import type { Intent } from '../domain/wire/intent.ts';
import type { AgentMessage } from '../domain/wire/messages.ts';
import type { AppliedMessage } from './apply/apply-intent.ts';
import { exitCode } from './options.ts';

type Print = (line: string) => void;

/** Prints what an intent would change: a line of ipvsadm for each step, with its reason. */
export function printPlan(intent: Intent, plan: Plan, print: Print): void {
  for (const step of plan.steps) print(`${ipvsadmLine(step)}   # ${reasonOf(step)}`);
  for (const key of plan.foreign) print(`# ${key} stands already and is not Shoal's: left alone`);
  for (const name of plan.unsupported) print(`# this kernel doesn't have net.ipv4.vs.${name}: left out`);
  print(`# intent ${intent.generation}: ${plan.steps.length} steps`);
}

/** Prints what an agent would tell its console of an apply. */
export function printProgress(message: AgentMessage, print: Print): void {
  if (message.type === 'steps')
    for (const { line, outcome, error } of message.results) print(`${outcome}: ${line}${error ? ` (${error})` : ''}`);
  if (message.type === 'refused') print(`refused (${message.code}): ${message.detail}`);
  if (message.type !== 'applied') return;
  for (const key of message.foreign) print(`left alone: ${key} is not Shoal's`);
  print(`intent ${message.generation} ${message.outcome}: ${message.total} steps, ${message.failed} failed`);
  print(`read back: ${message.readBack}`);
}

export const exitCodeOf = (message: AppliedMessage | null): number =>
  message?.outcome === 'applied' && message.readBack === 'agrees' ? exitCode.done : exitCode.failed;

function reasonOf({ reason }: Step): string {
  switch (reason.why) {
    case 'missing':
      return 'missing in the kernel';
    case 'not-defined':
      return 'no longer defined';
    case 'differs':
      return reason.differences.map(({ field, kernel, desired }) => `${field} ${kernel} → ${desired}`).join(', ');
  }
}
