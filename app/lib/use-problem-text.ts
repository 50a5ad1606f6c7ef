'use client';

import { useMessages, useTranslations } from 'use-intl';
import { z } from 'zod';
import type { en } from '../messages/en.ts';

type ProblemCode = keyof typeof en.problems;

/**
 * What the schemas' own checks say, as a code of the catalogue with its limit: `too-small|1`.
 *
 * Texts that the domain gives itself are codes already and stay.
 */
const customError: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null || issue.input === '') return 'required';
      return issue.expected === 'int' ? 'whole' : 'number';
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? 'required' : `too-short|${issue.minimum}`;
      return `too-small|${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' ? `too-long|${issue.maximum}` : `too-big|${issue.maximum}`;
    default:
      return undefined;
  }
};

// Zod keeps one configuration for the whole process, and on the server the API's messages are not ours to change.
if (typeof window !== 'undefined') z.config({ customError });

/** Says what is wrong with a field in the viewer's language; null when nothing is. */
export function useProblemText(): (error: { readonly message?: string | undefined } | undefined) => string | null {
  const t = useTranslations('problems');
  const known = useMessages().problems;
  return (error) => {
    if (!error) return null;
    const [code = '', limit = ''] = (error.message ?? '').split('|');
    if (!(code in known)) return error.message || t('invalid');
    // Limits count in two of the texts and stand as they are in the others.
    const values = { limit: code === 'too-short' || code === 'too-long' ? Number(limit) : limit };
    return t(code as ProblemCode, values as never);
  };
}
