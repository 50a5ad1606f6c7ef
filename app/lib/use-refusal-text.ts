'use client';

import { useTranslations } from 'use-intl';
import { errorCode } from './error-code.ts';

/** Says in the viewer's words why the console didn't do something; null when nothing went wrong. */
export function useRefusalText(): (error: unknown) => string | null {
  const t = useTranslations('errors');
  return (error) => (error === null || error === undefined ? null : t(errorCode(error)));
}
