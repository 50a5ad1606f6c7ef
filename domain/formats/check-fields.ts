import { type Check, checkSchema, isPageCheck } from '../checks/check.ts';

const numbers = ['port', 'interval', 'timeout', 'rise', 'fall'] as const;
const texts = ['path', 'host', 'body'] as const;

/** The fields of a check in a text, of which a kind that isn't there may have none. */
export const checkFieldNames = ['kind', ...numbers, ...texts, 'status'] as const;

/** A check as plain values, without what it would be anyway: `{ kind: 'http', path: '/health', status: '200-399' }`. */
export function checkFields(check: Check): Record<string, string | number> {
  const usual = checkSchema.parse({ kind: check.kind });
  const fields: Record<string, string | number> = { kind: check.kind };
  for (const name of numbers) {
    const value = check[name];
    if (value !== null && value !== usual[name]) fields[name] = value;
  }
  if (!isPageCheck(check) || !isPageCheck(usual)) return fields;
  for (const name of texts) {
    const value = check[name];
    if (value !== null && value !== usual[name]) fields[name] = value;
  }
  const [from, to] = check.status;
  if (String(check.status) !== String(usual.status)) fields.status = from === to ? from : `${from}-${to}`;
  return fields;
}

/** The check that such values make; undefined where they make none. */
export function parseCheckFields(fields: Readonly<Record<string, string>>): Check | undefined {
  const values: Record<string, unknown> = { ...fields };
  for (const name of numbers) {
    const text = fields[name];
    if (text !== undefined) values[name] = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  }
  if (fields.status !== undefined) {
    const [, from, to = from] = /^(\d{3})(?:-(\d{3}))?$/.exec(fields.status) ?? [];
    values.status = [Number(from), Number(to)];
  }
  return checkSchema.safeParse(values).data;
}

/** The same as fields of a comment of ours, in which a field has no space. */
export const checkCommentFields = (check: Check): Record<string, string> =>
  Object.fromEntries(
    Object.entries(checkFields(check)).map(([name, value]) => [name, encodeURIComponent(String(value))]),
  );

/** The check that a comment's fields make; undefined where they make none. */
export function parseCheckComment(fields: Readonly<Record<string, string>>): Check | undefined {
  try {
    return parseCheckFields(
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, decodeURIComponent(value)])),
    );
  } catch {
    // Not what encodeURIComponent makes.
    return undefined;
  }
}
