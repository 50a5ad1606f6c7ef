import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';

/**
 * Checks other fields of a form again, where something is wrong with them, because what was typed here may mend it.
 *
 * Fields in which nothing is wrong yet are left alone: nobody is to be told that an empty one is needed before its turn.
 */
export function checkAgain<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  fields: readonly Path<Values>[],
): void {
  const wrong = fields.filter((field) => form.getFieldState(field).error);
  if (wrong.length > 0) void form.trigger(wrong);
}
