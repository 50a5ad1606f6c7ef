import { expect, test } from 'vitest';
import { checkSchema } from '../../checks/check.ts';
import { type CheckState, unchecked } from '../../checks/check-state.ts';
import { web1, web2, webKey } from '../../display/cluster-record.example.ts';
import { diagnosed, tutorialAs } from '../diagnosed.example.ts';

const check = checkSchema.parse({ kind: 'tcp' });
const checked = tutorialAs({ check });
const fair = (second: number) => ({ conns: second * 20 });

const failing: CheckState = { ...unchecked, verdict: 'failing', falls: 1 };
const passing: CheckState = { ...unchecked, verdict: 'passing' };

/** What is found when these are the verdicts of web1 and web2, and those are out by them. */
function found(first: CheckState, second: CheckState, out: readonly string[] = []) {
  const health = new Map([
    [`${webKey} ${web1}`, first],
    [`${webKey} ${web2}`, second],
  ]);
  const outByHealth = new Set(out.map((key) => `${webKey} ${key}`));
  return diagnosed(checked, { seconds: 6, numbers: fair, checks: () => ({ health, outByHealth }) }).findings;
}

test('a check that fails is told with how many', () => {
  expect(found(failing, passing, [web1])).toMatchObject([
    { code: 'check-fails', destination: web1, figures: { failing: 1, kept: 0, checked: 2 } },
  ]);
  expect(found(passing, passing)).toEqual([]);
  expect(found(unchecked, unchecked)).toEqual([]);
});

test('every check that fails is said alone, with what the guard keeps', () => {
  expect(found(failing, failing, [web1])).toMatchObject([
    { code: 'all-checks-fail', severity: 'critical', figures: { failing: 2, kept: 1, checked: 2 } },
  ]);
});

test('more failing than the guard lets out', () => {
  expect(found(failing, passing)).toMatchObject([{ code: 'guard-keeps-failing', figures: { failing: 1, kept: 1 } }]);
});

test('a check that turns again and again is flapping, although the guard keeps its destination', () => {
  const findings = found({ ...failing, falls: 3 }, passing);
  expect(findings.map(({ code }) => code).sort()).toEqual(['flapping', 'guard-keeps-failing']);
  expect(findings.find(({ code }) => code === 'flapping')).toMatchObject({
    destination: web1,
    figures: { changes: 5 },
  });
  expect(found({ ...passing, falls: 1 }, passing)).toEqual([]);
});
