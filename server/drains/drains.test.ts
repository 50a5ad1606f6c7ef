import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DestinationKeyText } from '../../domain/lvs/destination-key.ts';
import type { DrainTarget } from '../../domain/overlay/overlay.ts';
import { codeOf, ExampleConsole, webDefinition, webKey } from '../console.example.ts';

let console: ExampleConsole;
const web1: DrainTarget = { kind: 'real-server', name: 'web1' };
const one: DrainTarget = { kind: 'destination', service: webKey, destination: '10.0.0.21:80' as DestinationKeyText };

beforeEach(async () => {
  console = new ExampleConsole();
  await console.start();
  await console.as('administrator').clusters.create({ name: 'shop' });
  const change = { kind: 'replace' as const, definition: webDefinition };
  await console.as('operator').definition.applyChange({ cluster: 'shop', base: 0, change, reason: 'first' });
});
afterEach(() => console.remove());

const start = (targets: DrainTarget[], confirm: string | null = null) =>
  console.as('operator').drains.start({ cluster: 'shop', targets, reason: 'disk', confirm });
const end = (targets: DrainTarget[]) => console.as('operator').drains.end({ cluster: 'shop', targets, reason: 'done' });
const problemsOf = async (asked: Promise<unknown>) => {
  const error = await asked.catch((refusal: unknown) => refusal as Error);
  return { code: codeOf(error), problems: (error as { cause: { details: unknown } }).cause.details };
};

test('a drain lays an overlay and leaves the written weight; its end takes the overlay away', async () => {
  const started = await start([web1]);
  expect(started).toMatchObject({ generation: 2, overlays: [expect.any(String)] });
  const during = await console.as('viewer').view.cluster({ cluster: 'shop' });
  expect(during.overlays).toMatchObject([{ kind: 'drain', target: web1, reason: 'disk', by: 'the.operator' }]);
  const { definition } = await console.as('viewer').definition.current({ cluster: 'shop' });
  expect(definition).toEqual(webDefinition);
  expect(await end([web1])).toEqual({ generation: 3 });
  expect((await console.as('viewer').view.cluster({ cluster: 'shop' })).overlays).toEqual([]);
  const { rows } = await console.as('viewer').audit.list({ filters: { text: 'web1' } });
  expect(rows.map((row) => [row.action, row.reason, row.generation])).toEqual([
    ['drain.end', 'done', 3],
    ['drain.start', 'disk', 2],
  ]);
});

test('reasons are independent: a destination stays out while one of two drains goes on', async () => {
  await start([one]);
  await start([web1]);
  await end([web1]);
  expect((await console.as('viewer').view.cluster({ cluster: 'shop' })).overlays).toMatchObject([{ target: one }]);
});

test('what is not defined, drained already or not drained is named', async () => {
  const unknown: DrainTarget = { kind: 'real-server', name: 'web9' };
  expect(await problemsOf(start([web1, unknown]))).toMatchObject({
    code: 'INVALID',
    problems: { problems: [{ path: ['targets', 1], message: 'target-unknown' }] },
  });
  expect(await problemsOf(end([web1]))).toMatchObject({ problems: { problems: [{ message: 'not-drained' }] } });
  await start([web1]);
  expect(await problemsOf(start([web1]))).toMatchObject({ problems: { problems: [{ message: 'drained-already' }] } });
  expect(await console.parts.db.overlay.count()).toBe(1);
});

test('the same target twice in one drain is one overlay', async () => {
  expect((await start([web1, web1])).overlays).toHaveLength(1);
});

test('a preview writes nothing', async () => {
  const preview = { cluster: 'shop', targets: [web1], action: 'drain' as const };
  expect(await console.as('operator').drains.preview(preview)).toMatchObject({ ok: true });
  expect(await console.as('operator').drains.preview({ ...preview, action: 'return' })).toMatchObject({ ok: false });
  expect(await console.parts.db.overlay.count()).toBe(0);
  expect(await console.parts.db.generation.count()).toBe(1);
});
