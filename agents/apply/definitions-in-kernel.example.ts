import { execFileSync } from 'node:child_process';
import type { Definition } from '../../domain/definition/definition.ts';
import { definitionSchema } from '../../domain/definition/definition.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import { type Intent, intentSchema } from '../../domain/wire/intent.ts';
import type { StepResult } from '../../domain/wire/messages.ts';
import { type ApplyParts, applyIntent } from './apply-intent.ts';

export const ipvsadm = (line: string): string => execFileSync('ipvsadm', line.split(' '), { encoding: 'utf8' });

/** Lines of a program's output in an order of their own. */
export const sortedLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .sort();

/** The rules of `ipvsadm -Sn`, sorted, without its own ways of printing. */
export const rulesInKernel = (): string[] =>
  sortedLines(
    ipvsadm('-Sn')
      // The type that a tunnel has when none is named.
      .replaceAll(' --tun-type ipip', '')
      // Marks from 2^31 on, which it takes for signed.
      .replaceAll(/ -f (-\d+)/g, (_, mark: string) => ` -f ${Number(mark) + 2 ** 32}`),
  );

export const intentFor = (definition: Definition, more: Partial<Intent> = {}): Intent =>
  intentSchema.parse({
    ...{ version: 1, director: 'd', cluster: 'web', generation: 1, revision: 1, overlays: [], takeOver: [] },
    ...{ definition, removesAll: definition.services.length === 0, issuedAt: 0, ...more },
  });

/** A definition without what the lab's kernel doesn't have: the scheduler `twos`. */
export const inThisKernel = (definition: Definition): Definition =>
  definitionSchema.parse({
    ...definition,
    services: definition.services.map((service) =>
      service.scheduler === 'twos' ? { ...service, scheduler: 'rr' } : service,
    ),
  });

/** Applies an intent, and gives what came of it with each step's result. */
export async function applied(kernel: ApplyParts['kernel'], intent: Intent, owned: ReadonlySet<ServiceKeyText>) {
  const steps: StepResult[] = [];
  const parts = { kernel, now: () => performance.now(), keepOwned: () => undefined };
  const end = await applyIntent({ ...parts, onSteps: (_, results) => steps.push(...results) }, intent, owned);
  return { ...end, steps, failures: steps.filter(({ outcome }) => outcome !== 'applied') };
}
