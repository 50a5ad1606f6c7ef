import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditFilters } from '../../domain/audit/audit-row.ts';
import { ExampleConsole } from '../console.example.ts';
import { consoleActor } from './actor.ts';
import { pageSize } from './page.ts';
import { recorded } from './recorded.ts';

const console = new ExampleConsole();
const actor = { name: 'ann', kind: 'person' as const, role: 'operator', source: '192.0.2.7' };

beforeAll(async () => {
  await console.start();
  for (let index = 0; index < pageSize + 20; index++)
    await recorded(console.parts.db, 1000 + index, index % 2 ? actor : consoleActor, async () => ({
      value: null,
      entries: [
        {
          action: index === 7 ? 'drain.start' : 'director.connected',
          cluster: 'shop',
          director: index % 3 ? 'lb1' : 'lb2',
          resource: `thing ${index}`,
          reason: index === 8 ? '100%_done' : 'because',
          outcome: index === 9 ? 'failed' : 'done',
          after: { index },
        },
      ],
    }));
});
afterAll(() => console.remove());

const list = (filters: AuditFilters, cursor?: number) => console.as('viewer').audit.list({ filters, cursor });
const things = async (filters: AuditFilters) => (await list(filters)).rows.map((row) => row.resource);

test('pages come newest first and miss nothing', async () => {
  const first = await list({ cluster: 'shop' });
  const second = await list({ cluster: 'shop' }, first.next ?? 0);
  expect(first.rows).toHaveLength(pageSize);
  expect(second.next).toBe(null);
  const indexes = [...first.rows, ...second.rows].map((row) => (row.after as { index: number }).index);
  expect(indexes).toEqual(Array.from({ length: pageSize + 20 }, (_, index) => pageSize + 19 - index));
});

test('each filter takes what it says', async () => {
  expect(await things({ action: 'drain.start' })).toEqual(['thing 7']);
  expect(await things({ outcome: 'failed' })).toEqual(['thing 9']);
  expect(await things({ resource: 'thing 11' })).toEqual(['thing 11']);
  expect(await things({ actor: 'ann', director: 'lb2', from: 1000, to: 1009 })).toEqual(['thing 9', 'thing 3']);
  expect(await things({ cluster: 'other' })).toEqual([]);
  expect(await things({ text: 'THING 119' })).toEqual(['thing 119']);
});

test('signs that a search in SQL takes for others are what they are', async () => {
  expect(await things({ text: '%_d' })).toEqual(['thing 8']);
  expect(await things({ text: "'; DROP TABLE" })).toEqual([]);
});
