import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExampleConsole } from '../console.example.ts';
import { ExampleAgent } from '../directors/agent.example.ts';

let console: ExampleConsole;

beforeEach(async () => {
  console = new ExampleConsole();
  await console.start();
  for (const name of ['a', 'b', 'c', 'd']) await console.as('administrator').clusters.create({ name });
});
afterEach(() => console.remove());

const chain = () => console.as('viewer').audit.chain();
const look = (what: 'all' | 'new') => console.parts.audit.chain.verify(what);
const sql = (text: string) => console.parts.db.$executeRawUnsafe(text);

test('new rows are looked at behind those that were; all of it says when', async () => {
  await look('all');
  const before = await chain();
  expect(before).toMatchObject({ broken: null, verifiedUpTo: before.newest });
  await console.as('administrator').clusters.create({ name: 'e' });
  await look('new');
  const { verifiedUpTo, allAt, newest } = await chain();
  expect([verifiedUpTo, newest, allAt]).toEqual([before.newest + 1, before.newest + 1, before.allAt]);
});

test('a row that somebody edits while the console runs is told, and stays told after a restart', async () => {
  await sql(`UPDATE "AuditEntry" SET "actor" = 'nobody' WHERE "id" = 3`);
  await look('all');
  expect((await chain()).broken).toMatchObject({ kind: 'edited', seq: 3 });
  await console.restart();
  await look('all');
  expect((await chain()).broken).toMatchObject({ kind: 'edited', seq: 3 });
});

test('rows that vanish from the end are missed at the next look', async () => {
  await console.as('administrator').audit.verify();
  await look('all');
  await sql('DELETE FROM "AuditEntry" WHERE "id" > 3');
  await look('new');
  expect((await chain()).broken).toMatchObject({ kind: 'tail-cut', seq: 4, foundBy: 'checkpoint' });
});

test('the log is signed when the console is stopped', async () => {
  const { newest } = await chain();
  await console.restart();
  expect((await chain()).checkpoint).toMatchObject({ seq: newest });
});

test('an agent that can’t prove who it is stands in the log, once an hour', async () => {
  const { token } = await console.as('administrator').directors.token({ cluster: 'a', name: 'lb1', reason: 'x' });
  const agent = new ExampleAgent(console.url);
  await agent.enrol('lb1', token);
  const other = new ExampleAgent(console.url);
  other.director = agent.director;
  for (let time = 0; time < 2; time++) {
    other.sayHello(await other.dial());
    await other.closed;
  }
  agent.hangUp();
  const { rows } = await console.as('viewer').audit.list({ filters: { action: 'director.refused' } });
  expect(rows).toMatchObject([
    { actor: 'lb1', actorKind: 'agent', signedInBy: null, outcome: 'denied', director: 'lb1' },
  ]);
});
