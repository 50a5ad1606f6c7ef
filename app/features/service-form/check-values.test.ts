import { expect, test } from 'vitest';
import { checkSchema } from '../../../domain/checks/check.ts';
import { checkPaces, fieldOfCheckPath, newCheckValues, paceOf, typedCheck, valuesOfCheck } from './check-values.ts';

const checks = [
  { kind: 'tcp' },
  { kind: 'tcp', port: 8080, interval: 60, timeout: 60, rise: 20, fall: 1 },
  { kind: 'http' },
  { kind: 'https', path: '/health', host: 'shop.example:8443', status: [200, 404], body: ' ok ', port: 1 },
].map((check) => checkSchema.parse(check));

test('off is null, and what it would be is what the schema makes of nothing', () => {
  expect(typedCheck(newCheckValues)).toBe(null);
  expect(valuesOfCheck(null)).toEqual(newCheckValues);
  expect(checkSchema.parse(typedCheck({ ...newCheckValues, checkKind: 'http' }))).toEqual(checks[2]);
});

test('a check that is edited and left as it is stays the same', () => {
  for (const check of checks) expect(checkSchema.parse(typedCheck(valuesOfCheck(check)))).toEqual(check);
});

test('every pace is one that the schema takes, and is known again', () => {
  for (const [name, pace] of Object.entries(checkPaces)) {
    const values = { ...newCheckValues, checkKind: 'tcp' as const, ...pace };
    expect(checkSchema.safeParse(typedCheck(values)).success).toBe(true);
    expect(paceOf(values)).toBe(name);
  }
  expect(paceOf({ ...newCheckValues, checkFall: '9' })).toBe(null);
});

test('every problem has its field', () => {
  const typed = { ...newCheckValues, checkKind: 'http' as const, checkPath: 'health', checkTimeout: '9' };
  const problems = checkSchema.safeParse(typedCheck(typed)).error?.issues ?? [];
  expect(problems.map(({ path }) => fieldOfCheckPath(['check', ...path]))).toEqual(['checkPath', 'checkTimeout']);
  const both = checkSchema.safeParse(typedCheck({ ...typed, checkPath: '/', checkFrom: '300' })).error?.issues ?? [];
  expect(both.map(({ path, message }) => [fieldOfCheckPath(['check', ...path]), message])).toEqual([
    ['checkFrom', 'check-status-order'],
    ['checkTimeout', 'check-timeout-above-interval'],
  ]);
  expect(fieldOfCheckPath(['check', 'status', 1])).toBe('checkTo');
});
