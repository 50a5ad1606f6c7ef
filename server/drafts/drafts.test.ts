import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ServiceDefinition } from '../../domain/definition/service-definition.ts';
import { mostDrafts } from '../../domain/draft/draft.ts';
import type { Note } from '../../domain/formats/read-file.ts';
import { codeOf, ExampleConsole, webDefinition, webKey } from '../console.example.ts';

let console: ExampleConsole;

beforeEach(async () => {
  console = new ExampleConsole();
  await console.start();
  await console.as('administrator').clusters.create({ name: 'shop' });
});
afterEach(() => console.remove());

const [web] = webDefinition.services as [ServiceDefinition];
const mail: ServiceDefinition = {
  ...web,
  name: 'mail',
  key: { ...web.key, address: '10.0.0.101' } as ServiceDefinition['key'],
};
const notes: Note[] = [
  { kind: 'taken', line: 1, lastLine: 4, text: 'TCP 10.0.0.100:80 wrr' },
  { kind: 'left-out', line: 5, lastLine: 5, code: 'no-checks', about: 'HTTP_GET' },
];
const replace = { kind: 'replace' as const, definition: webDefinition };
const addMail = { kind: 'add-service' as const, service: mail };
const by = (role: 'operator' | 'administrator') => console.as(role).drafts;

const create = async (base = 0, more: object = {}) => {
  const asked = { cluster: 'shop', base, title: 'from keepalived', change: replace, ...more };
  const created = await by('operator').create(asked);
  if (!created.ok) throw new Error(JSON.stringify(created));
  return created.id;
};
const get = (id: string) => console.as('viewer').drafts.get({ cluster: 'shop', id });
const change = (id: string, version: number, more: object = {}) =>
  by('administrator').change({ cluster: 'shop', id, version, change: addMail, ...more });
const apply = (id: string, version: number) =>
  by('operator').applyDraft({ cluster: 'shop', id, version, reason: 'because' });
const actions = async () => {
  const { rows } = await console.as('viewer').audit.list({ filters: { text: 'from keepalived' } });
  return rows.map((row) => [row.action, row.actor]);
};

test('a draft keeps what was read with its notes, sends nothing, and is there after a restart', async () => {
  const origin = { format: 'keepalived' as const, file: 'keepalived.conf' };
  const id = await create(0, { notes, origin });
  const head = { id, title: 'from keepalived', author: 'the.operator', base: 0, version: 1, origin, services: 1 };
  expect(await console.as('viewer').drafts.list({ cluster: 'shop' })).toMatchObject([{ ...head, notes: 1 }]);
  await console.restart();
  expect(await get(id)).toMatchObject({
    ...head,
    notes,
    definition: webDefinition,
    baseDefinition: { services: [], realServers: [] },
  });
  expect(await console.parts.db.generation.count()).toBe(0);
  expect(await actions()).toEqual([['draft.create', 'the.operator']]);
});

test('applying makes it the next revision and ends it; a failing transaction leaves it', async () => {
  const id = await create();
  await console.parts.db.$executeRawUnsafe(
    'CREATE TRIGGER no_audit BEFORE INSERT ON "AuditEntry" BEGIN SELECT RAISE(ABORT, \'full\'); END',
  );
  await expect(apply(id, 1)).rejects.toThrow();
  await console.parts.db.$executeRawUnsafe('DROP TRIGGER no_audit');
  expect(await get(id)).toMatchObject({ version: 1 });
  expect(await console.parts.db.revision.count()).toBe(0);
  expect(await apply(id, 1)).toEqual({ ok: true, revision: 1, generation: 1 });
  expect(await console.as('viewer').drafts.list({ cluster: 'shop' })).toEqual([]);
  expect(await console.as('viewer').definition.current({ cluster: 'shop' })).toMatchObject({
    definition: webDefinition,
  });
  expect(await actions()).toEqual([
    ['definition.apply', 'the.operator'],
    ['draft.create', 'the.operator'],
  ]);
});

test('of two people who change a draft, the second is told who was first, and nothing of either is lost', async () => {
  const id = await create();
  expect(await change(id, 1)).toEqual({ ok: true, version: 2 });
  const removal = { kind: 'remove-service' as const, key: webKey };
  const second = await by('operator').change({ cluster: 'shop', id, version: 1, change: removal });
  expect(second).toMatchObject({ ok: false, moved: { by: 'the.administrator', version: 2 } });
  expect(await apply(id, 1)).toMatchObject({ ok: false, moved: { version: 2 } });
  expect((await get(id)).definition.services.map(({ name }) => name)).toEqual(['web', 'mail']);
});

test('of many who change a draft at once, one is first', async () => {
  const id = await create();
  const answers = await Promise.all(Array.from({ length: 4 }, () => change(id, 1)));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect((await get(id)).version).toBe(2);
});

test('a draft of an older revision is told of the conflict, stays, and can be brought to the newer one', async () => {
  const id = await create();
  const other = { cluster: 'shop', base: 0, change: addMail, reason: 'meanwhile' };
  await console.as('administrator').definition.applyChange(other);
  expect(await apply(id, 1)).toMatchObject({ ok: false, conflict: { revision: 1, by: 'the.administrator' } });
  const merged = { kind: 'replace' as const, definition: { ...webDefinition, services: [web, mail] } };
  expect(await change(id, 1, { change: merged, base: 1 })).toEqual({ ok: true, version: 2 });
  expect(await get(id)).toMatchObject({ base: 1, baseDefinition: { services: [{ name: 'mail' }] } });
  expect(await apply(id, 2)).toMatchObject({ ok: true, revision: 2 });
});

test('what is wrong is named, and nothing is kept', async () => {
  const wrong = { cluster: 'shop', title: 'wrong', change: addMail };
  expect(
    codeOf(
      await by('operator')
        .create({ ...wrong, base: 7 })
        .catch((error: unknown) => error),
    ),
  ).toBe('INVALID');
  const removal = { kind: 'remove-service' as const, key: webKey };
  expect(await by('operator').create({ ...wrong, base: 0, change: removal })).toMatchObject({
    problems: [{ message: 'service-unknown' }],
  });
  const id = await create();
  expect(await change(id, 1, { change: { kind: 'add-service', service: web } })).toMatchObject({ ok: false });
  expect((await get(id)).version).toBe(1);
});

test('a draft can begin from an earlier revision and be previewed', async () => {
  await console.as('operator').definition.applyChange({ cluster: 'shop', base: 0, change: replace, reason: 'first' });
  const id = await create(1, { change: { kind: 'go-back', revision: 0 } });
  expect((await get(id)).definition.services).toEqual([]);
  expect(await by('operator').preview({ cluster: 'shop', id })).toMatchObject({ ok: true, removesAll: true });
});

test('a discarded draft is gone, and so are those of a cluster that is removed; the log tells of both', async () => {
  const id = await create();
  await create(0, { title: 'another from keepalived' });
  await by('administrator').discard({ cluster: 'shop', id, reason: 'wrong file' });
  expect(codeOf(await get(id).catch((error: unknown) => error))).toBe('NOT_FOUND');
  await console.as('administrator').clusters.remove({ name: 'shop', reason: 'moved' });
  expect(await console.parts.db.draft.count()).toBe(0);
  const { rows } = await console.as('viewer').audit.list({ filters: { action: 'draft.discard' } });
  expect(rows.map((row) => [row.resource, row.reason])).toEqual([
    ['another from keepalived', 'moved'],
    ['from keepalived', 'wrong file'],
  ]);
});

test('a cluster has a bounded number of drafts', async () => {
  for (let count = 0; count < mostDrafts; count++) await create();
  const asked = { cluster: 'shop', base: 0, title: 'one more', change: replace };
  expect(await by('operator').create(asked)).toMatchObject({ problems: [{ message: 'too-many-drafts' }] });
  expect(await console.parts.db.draft.count()).toBe(mostDrafts);
});
