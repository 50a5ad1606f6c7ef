import type { z } from 'zod';
import type { NoteCode } from './read-file.ts';

/** Why a definition doesn't accept something, in the words of a note. */
export interface Refusal {
  readonly code: NoteCode;
  readonly about: string;
}

const codeOfField: Readonly<Record<string, NoteCode>> = {
  scheduler: 'scheduler-unknown',
  weight: 'weight-out-of-range',
  fwmark: 'fwmark-out-of-range',
  timeout: 'timeout-out-of-range',
  netmask: 'netmask-invalid',
  port: 'port-unknown',
};

/** A schema's issue as a note's code and what it is about; `parsed` is what the schema was given. */
export function refusalOf(issue: z.core.$ZodIssue, parsed: unknown): Refusal {
  const field = String(issue.path.at(-1) ?? '');
  if (issue.code === 'custom' && field !== 'netmask') return { code: 'refused-by-definition', about: issue.message };
  return { code: codeOfField[field] ?? 'value-invalid', about: valueAt(parsed, issue.path) };
}

function valueAt(parsed: unknown, path: readonly PropertyKey[]): string {
  let value = parsed;
  for (const part of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[part];
  return String(value);
}
