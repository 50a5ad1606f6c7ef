'use client';

import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { errorCode, errorProblems } from './error-code.ts';

/**
 * Puts what the console refused beside the fields it names.
 *
 * A refusal that names no field of the form stands at `otherwise`.
 */
export function usePutProblems<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  otherwise: Path<Values>,
): (error: unknown) => void {
  const t = useTranslations('errors');
  return (error) => {
    const problems = errorProblems(error);
    if (problems.length === 0) form.setError(otherwise, { message: t(errorCode(error)) });
    for (const problem of problems) {
      const path = problem.path.join('.');
      const isField = path !== '' && form.getFieldState(path as Path<Values>) !== undefined && path in form.getValues();
      form.setError(isField ? (path as Path<Values>) : otherwise, { message: problem.message });
    }
  };
}
