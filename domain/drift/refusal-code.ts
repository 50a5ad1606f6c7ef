import type { z } from 'zod';

const codeOfField: Readonly<Record<string, string>> = {
  scheduler: 'scheduler-unknown',
  forwarding: 'forwarding-not-definable',
};

/** Why a schema of the definition refuses what a kernel has, as a code of the message catalogues. */
export function refusalCode({ issues: [issue] }: z.ZodError): string {
  if (issue?.code === 'custom') return issue.message;
  return codeOfField[String(issue?.path.at(-1))] ?? 'not-definable';
}
