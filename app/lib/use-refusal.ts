'use client';

import { useTranslations } from 'use-intl';
import { errorCode, errorProblems } from './error-code.ts';

interface Refusal {
  /** What to say about the whole request; null when every problem belongs to a field, or nothing is wrong. */
  readonly text: string | null;
  /** What to say at a field. */
  readonly of: (field: string) => string | null;
}

/** What the console said no to, in the viewer's words: by field where it named one. */
export function useRefusal(error: unknown, fields: readonly string[] = []): Refusal {
  const errors = useTranslations('errors');
  const problems = useTranslations('problems');
  if (error === null || error === undefined) return { text: null, of: () => null };
  const found = errorProblems(error);
  const of = (field: string) => {
    const code = found.find((problem) => problem.path[0] === field)?.message;
    if (code === undefined) return null;
    return problems.has(code as 'invalid') ? problems(code as 'invalid') : problems('invalid');
  };
  const atFields = found.length > 0 && found.every((problem) => fields.includes(String(problem.path[0])));
  return { text: atFields ? null : errors(errorCode(error)), of };
}
