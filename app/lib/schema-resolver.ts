import type { FieldError, FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';

interface SchemaResolver<Values, Output> {
  readonly schema: z.ZodType<Output>;
  /** What was typed, in the schema's shape. */
  readonly typed: (values: Values) => unknown;
  /** The form's field for a path of the schema; null when no field is meant. */
  readonly fieldOf: (path: readonly PropertyKey[], values: Values) => string | null;
}

/** Checks a form of texts by a schema of the domain, and puts what it says beside the fields it means. */
export function schemaResolver<Values extends FieldValues, Output>(
  options: SchemaResolver<Values, Output>,
): Resolver<Values, unknown, { checked: Output }> {
  return async (values) => {
    const result = options.schema.safeParse(options.typed(values));
    if (result.success) return { values: { checked: result.data }, errors: {} };
    const errors: Record<string, unknown> = {};
    for (const issue of result.error.issues)
      putError(errors, options.fieldOf(issue.path, values) ?? 'root', { type: issue.code, message: issue.message });
    return { values: {}, errors: errors as never };
  };
}

/** Puts an error at `destinations.1.weight` into the tree that React Hook Form expects; the first one stays. */
function putError(errors: Record<string, unknown>, field: string, error: FieldError): void {
  const parts = field.split('.');
  const last = parts.pop() ?? 'root';
  let at = errors;
  for (const part of parts) {
    at[part] ??= {};
    at = at[part] as Record<string, unknown>;
  }
  at[last] ??= error;
}
