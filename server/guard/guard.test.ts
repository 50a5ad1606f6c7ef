import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../domain/access/role.ts';
import { codeOf, ExampleConsole, webDefinition, webKey } from '../console.example.ts';

let console: ExampleConsole;
const targets = [{ kind: 'real-server' as const, name: 'web1' }];

const guarding = (leastServing: number) => ({
  ...webDefinition,
  settings: { ...webDefinition.settings, guard: { leastServing, leastWeightPercent: 0 } },
});

beforeEach(async () => {
  console = new ExampleConsole();
  await console.start();
  await console.as('administrator').clusters.create({ name: 'shop' });
  await apply('operator', { kind: 'replace', definition: guarding(2) });
});
afterEach(() => console.remove());

type Apply = Parameters<ReturnType<ExampleConsole['as']>['definition']['applyChange']>[0];
function apply(role: Role, change: Apply['change'], more: Partial<Apply> = {}) {
  const { revision: base } = console.parts.fleet.cluster('shop').wanted;
  return console.as(role).definition.applyChange({ cluster: 'shop', base, change, reason: 'OPS-7', ...more });
}
const drain = (role: Role, overGuard = false) =>
  console.as(role).drains.start({ cluster: 'shop', targets, reason: 'disk', overGuard });
const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown as Error & { cause?: { details: { guard?: unknown } } },
  );
  return { code: codeOf(error), guard: error?.cause?.details.guard };
};

test('a drain below the guard is refused with the numbers, and the denial is kept', async () => {
  const breach = { service: webKey, name: 'web', before: { serving: 2, weightPercent: 100 } };
  expect(await refusal(drain('operator'))).toMatchObject({
    code: 'GUARD',
    guard: [{ ...breach, after: { serving: 1, weightPercent: 75 }, guard: { leastServing: 2 } }],
  });
  expect(await refusal(drain('operator', true))).toMatchObject({ code: 'FORBIDDEN' });
  expect(console.parts.fleet.cluster('shop').wanted).toMatchObject({ generation: 1, overlays: [] });
  const { rows } = await console.as('viewer').audit.list({ filters: { action: 'drain.start', outcome: 'denied' } });
  expect(rows.map(({ actor, resource, reason }) => [actor, resource, reason])).toEqual([
    ['the.operator', 'web1', 'disk'],
    ['the.operator', 'web1', 'disk'],
  ]);
  const preview = await console.as('operator').drains.preview({ cluster: 'shop', targets, action: 'drain' });
  expect(preview).toMatchObject({ ok: true, guard: [breach] });
});

test('an administrator goes below it, and directors are told so', async () => {
  await drain('administrator', true);
  expect(console.parts.fleet.cluster('shop').wanted.overlays).toMatchObject([{ overGuard: true, mode: 'wait' }]);
  await console.restart();
  expect(console.parts.fleet.cluster('shop').wanted.overlays).toMatchObject([{ overGuard: true }]);
});

test('a definition may not do what a drain may not, and only administrators loosen the guard', async () => {
  const service = { ...guarding(2).services[0] };
  const [first] = service.destinations ?? [];
  if (!first) throw new Error('the service has a destination');
  const key = '10.0.0.21:80' as never;
  const quiet = { kind: 'edit-destination' as const, service: webKey, key, destination: { ...first, weight: 0 } };
  expect(await refusal(apply('operator', quiet))).toMatchObject({ code: 'GUARD' });
  const looser = { kind: 'set-settings' as const, settings: guarding(1).settings };
  expect(await refusal(apply('operator', looser))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await apply('administrator', looser)).toMatchObject({ ok: true, revision: 2 });
  expect(await apply('operator', quiet)).toMatchObject({ ok: true, revision: 3 });
  expect(await refusal(apply('operator', { kind: 'go-back', revision: 2 }))).toEqual({ code: null, guard: undefined });
});

test('a drain that was fine is vouched for when the guard rises above it, so that no director refuses it', async () => {
  await apply('administrator', { kind: 'set-settings', settings: guarding(1).settings });
  await drain('operator');
  expect(console.parts.fleet.cluster('shop').wanted.overlays).toMatchObject([{ overGuard: false }]);
  await apply('operator', { kind: 'set-settings', settings: guarding(2).settings });
  expect(console.parts.fleet.cluster('shop').wanted.overlays).toMatchObject([{ overGuard: true }]);
  await console.restart();
  expect(console.parts.fleet.cluster('shop').wanted.overlays).toMatchObject([{ overGuard: true }]);
});
