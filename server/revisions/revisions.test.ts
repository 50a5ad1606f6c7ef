import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Definition } from '../../domain/definition/definition.ts';
import type { ServiceDefinition } from '../../domain/definition/service-definition.ts';
import { codeOf, ExampleConsole, webDefinition, webKey } from '../console.example.ts';
import { pageSize } from './page.ts';

let console: ExampleConsole;

beforeEach(async () => {
  console = new ExampleConsole();
  await console.start();
  await console.as('administrator').clusters.create({ name: 'shop' });
});
afterEach(() => console.remove());

const [web] = webDefinition.services as [ServiceDefinition];
const at = (address: string): ServiceDefinition => ({
  ...web,
  name: `web-${address}`,
  key: { ...web.key, address } as ServiceDefinition['key'],
});
const apply = (base: number, definition: Definition) =>
  console.as('operator').definition.applyChange({
    cluster: 'shop',
    base,
    change: { kind: 'replace', definition },
    reason: `the ${base + 1}.`,
  });
const list = (before: number | null = null) => console.as('viewer').revisions.list({ cluster: 'shop', before });

const three = async () => {
  await apply(0, webDefinition);
  await apply(1, { ...webDefinition, services: [{ ...web, scheduler: 'rr' }, at('10.0.0.101'), at('10.0.0.102')] });
  const settings = { ...webDefinition.settings, drift: 'repair' as const };
  await apply(2, { ...webDefinition, services: [at('10.0.0.101')], settings });
};

test('a list tells who wrote what, with what differs from the one before', async () => {
  await three();
  await console.as('operator').definition.reapply({ cluster: 'shop', reason: 'again' });
  expect(await list()).toMatchObject({
    more: false,
    rows: [
      { number: 3, generation: 3, counts: { added: 0, changed: 0, removed: 2 }, settingsChanged: true },
      { number: 2, generation: 2, counts: { added: 2, changed: 1, removed: 0 }, settingsChanged: false },
      { number: 1, author: 'the.operator', reason: 'the 1.', counts: { added: 1, changed: 0, removed: 0 } },
    ],
  });
});

test('pages miss nothing', async () => {
  const definition = JSON.stringify(webDefinition);
  const { id: clusterId } = console.parts.fleet.cluster('shop');
  const row = { clusterId, definition, author: 'ann', reason: 'x', createdAt: new Date(1), added: 0 };
  const data = Array.from({ length: pageSize + 5 }, (_, index) => ({ ...row, number: index + 1 }));
  await console.parts.db.revision.createMany({ data });
  const first = await list();
  const second = await list(first.rows.at(-1)?.number ?? null);
  expect([first.more, second.more]).toEqual([true, false]);
  expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual(
    Array.from({ length: pageSize + 5 }, (_, index) => pageSize + 5 - index),
  );
});

test('a list reads no definition: one that can’t be parsed any more doesn’t keep it from the others', async () => {
  await three();
  await console.parts.db.revision.updateMany({ where: { number: 1 }, data: { definition: 'no JSON' } });
  expect((await list()).rows).toHaveLength(3);
});

test('revisions of a console that didn’t count are counted at the next start', async () => {
  await three();
  const counted = await list();
  await console.parts.db.revision.updateMany({ data: { added: null, changed: null, removed: null } });
  await console.restart();
  expect(await list()).toEqual(counted);
});

test('a revision is what was written, and number 0 is what every cluster begins with', async () => {
  await three();
  const get = (number: number) => console.as('viewer').revisions.get({ cluster: 'shop', number });
  expect(await get(1)).toMatchObject({ number: 1, author: 'the.operator', definition: webDefinition });
  expect(await get(0)).toMatchObject({ author: '', at: 0, definition: { services: [] } });
  expect(codeOf(await get(4).catch((error: unknown) => error))).toBe('NOT_FOUND');
});

test('going back is a revision of its own, with its own preview, and the log says to which', async () => {
  await three();
  const back = { cluster: 'shop', base: 3, change: { kind: 'go-back' as const, revision: 1 } };
  expect(await console.as('operator').definition.preview(back)).toMatchObject({ ok: true });
  expect(await console.as('operator').definition.applyChange({ ...back, reason: 'it was better' })).toMatchObject({
    revision: 4,
  });
  expect(await console.as('viewer').definition.current({ cluster: 'shop' })).toEqual({
    revision: 4,
    definition: webDefinition,
  });
  const { rows } = await console.as('viewer').audit.list({ filters: { action: 'definition.apply' } });
  const after = { [`destination ${webKey} 10.0.0.22:80`]: expect.stringContaining('-w 3') };
  expect(rows[0]).toMatchObject({ resource: 'revision 1', revision: 4, after });
  const unknown = { ...back, base: 4, change: { kind: 'go-back' as const, revision: 9 }, reason: 'x' };
  const refusal = await console
    .as('operator')
    .definition.applyChange(unknown)
    .catch((error: unknown) => error);
  expect(codeOf(refusal)).toBe('INVALID');
});
