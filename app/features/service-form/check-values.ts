import { type Check, type CheckKind, isPageCheck } from '../../../domain/checks/check.ts';
import { typedNumber, typedText } from './typed.ts';

/** What the check's part of a service's form holds while somebody types. */
export interface CheckValues {
  checkKind: '' | CheckKind;
  checkPort: string;
  checkPath: string;
  checkHost: string;
  checkFrom: string;
  checkTo: string;
  checkBody: string;
  checkInterval: string;
  checkTimeout: string;
  checkRise: string;
  checkFall: string;
}

/** Off; what it would be when it is switched on. */
export const newCheckValues: CheckValues = {
  checkKind: '',
  checkPort: '',
  checkPath: '/',
  checkHost: '',
  checkFrom: '200',
  checkTo: '299',
  checkBody: '',
  checkInterval: '5',
  checkTimeout: '2',
  checkRise: '2',
  checkFall: '3',
};

/** How fast a failure is noticed, and how little it takes. */
export const checkPaces = {
  quick: { checkInterval: '2', checkTimeout: '1', checkRise: '2', checkFall: '2' },
  usual: { checkInterval: '5', checkTimeout: '2', checkRise: '2', checkFall: '3' },
  patient: { checkInterval: '30', checkTimeout: '5', checkRise: '2', checkFall: '3' },
} as const satisfies Record<string, Partial<CheckValues>>;

export type CheckPace = keyof typeof checkPaces;

/** The pace that was typed; null for one of one's own. */
export function paceOf(values: CheckValues): CheckPace | null {
  const paces = Object.entries(checkPaces) as [CheckPace, Partial<CheckValues>][];
  const found = paces.find(([, pace]) =>
    Object.entries(pace).every(([field, value]) => values[field as keyof CheckValues] === value),
  );
  return found?.[0] ?? null;
}

export function valuesOfCheck(check: Check | null): CheckValues {
  if (!check) return newCheckValues;
  const values = {
    ...newCheckValues,
    checkKind: check.kind,
    checkPort: check.port === null ? '' : String(check.port),
    checkInterval: String(check.interval),
    checkTimeout: String(check.timeout),
    checkRise: String(check.rise),
    checkFall: String(check.fall),
  };
  if (!isPageCheck(check)) return values;
  const [from, to] = check.status;
  return {
    ...values,
    checkPath: check.path,
    checkHost: check.host ?? '',
    checkFrom: String(from),
    checkTo: String(to),
    checkBody: check.body ?? '',
  };
}

/** What was typed, in the shape that the definition's schema checks; null where it is off. */
export function typedCheck(values: CheckValues): unknown {
  if (values.checkKind === '') return null;
  const common = {
    kind: values.checkKind,
    port: typedNumber(values.checkPort) ?? null,
    interval: typedNumber(values.checkInterval),
    timeout: typedNumber(values.checkTimeout),
    rise: typedNumber(values.checkRise),
    fall: typedNumber(values.checkFall),
  };
  if (values.checkKind === 'tcp') return common;
  return {
    ...common,
    path: typedText(values.checkPath),
    host: typedText(values.checkHost) ?? null,
    status: [typedNumber(values.checkFrom), typedNumber(values.checkTo)],
    // Spaces may be part of what is looked for.
    body: values.checkBody === '' ? null : values.checkBody,
  };
}

const fields: Readonly<Record<string, keyof CheckValues>> = {
  kind: 'checkKind',
  port: 'checkPort',
  path: 'checkPath',
  host: 'checkHost',
  body: 'checkBody',
  interval: 'checkInterval',
  timeout: 'checkTimeout',
  rise: 'checkRise',
  fall: 'checkFall',
};

/** The form's field for a path of the schema that begins with `check`. */
export function fieldOfCheckPath([, field, at]: readonly PropertyKey[]): keyof CheckValues {
  if (field === 'status') return at === 1 ? 'checkTo' : 'checkFrom';
  return fields[String(field)] ?? 'checkKind';
}
