import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  connectionFilterSchema,
  lookCapability,
  type SampledConnection,
} from '../../domain/connections/connection-summary.ts';
import type { Address } from '../../domain/lvs/address.ts';
import { ExampleConsole } from '../console.example.ts';
import { ExampleAgent } from '../directors/agent.example.ts';

let console: ExampleConsole;
beforeEach(async () => {
  console = new ExampleConsole();
  await console.start();
  await console.as('administrator').clusters.create({ name: 'shop' });
});
afterEach(() => console.remove());

async function enrolled(): Promise<ExampleAgent> {
  const agent = new ExampleAgent(console.url);
  const { token } = await console.as('administrator').directors.token({ cluster: 'shop', name: 'lb1', reason: 'new' });
  await agent.enrol('lb1', token);
  return agent;
}

const filter = connectionFilterSchema.parse({ destinations: null, vip: null, client: '10.9.' });
const look = () => console.as('viewer').connections.look({ director: 'lb1', filter });
const summary = {
  ...{ read: 1, extent: 'whole' as const, took: 3, destinations: [], clientCount: 0, clients: [], templates: [] },
  ...{ templateCount: 0, connections: [], connectionCount: 0 },
};

test('a look is asked of the agent, and its answer is what the viewer gets', async () => {
  const agent = await enrolled();
  const asked = look();
  const question = await agent.next('look');
  expect(question).toMatchObject({ filter });
  await expect(look()).rejects.toThrow('looked at already');
  agent.say({ type: 'connections', look: question.look - 1, summary: null, refusal: 'of an earlier one' });
  agent.say({ type: 'connections', look: question.look, summary, refusal: null });
  expect(await asked).toEqual(summary);
  const again = look();
  agent.say({ type: 'connections', look: (await agent.next('look')).look, summary: null, refusal: 'no ip_vs' });
  await expect(again).rejects.toThrow('no ip_vs');
});

test('a director that is away is not asked', async () => {
  const agent = await enrolled();
  agent.hangUp();
  await vi.waitFor(() => expect(look()).rejects.toThrow('not connected'));
});

test('an agent of before is asked without more, and for no sample', async () => {
  const agent = await enrolled();
  const asked = look();
  expect(await agent.next('look')).not.toHaveProperty('more');
  agent.hangUp();
  await expect(asked).rejects.toThrow('did not answer');
  await agent.connect();
  await expect(console.as('viewer').connections.look({ director: 'lb1', filter, sample: 10 })).rejects.toThrow(
    'too old',
  );
});

test('a look is followed while it goes on, the newest of it first, up to its end', async () => {
  const agent = await enrolled();
  agent.hangUp();
  await agent.connect({ capabilities: [lookCapability] });
  const followed = (await console.as('viewer').connections.follow({ director: 'lb1', filter }))[Symbol.asyncIterator]();
  const first = followed.next();
  const question = await agent.next('look');
  expect(question.more).toEqual({ soFar: true, sample: 0 });
  const answer = { type: 'connections' as const, look: question.look, refusal: null };
  agent.say({ ...answer, summary: { ...summary, read: 10 }, soFar: true });
  expect((await first).value).toMatchObject({ summary: { read: 10 }, ended: false });
  agent.say({ ...answer, summary: { ...summary, read: 20 } });
  expect((await followed.next()).value).toMatchObject({ summary: { read: 20 }, ended: true });
  expect((await followed.next()).done).toBe(true);
});

test('a sample comes back as it stands', async () => {
  const agent = await enrolled();
  agent.hangUp();
  await agent.connect({ capabilities: [lookCapability] });
  const asked = console.as('viewer').connections.look({ director: 'lb1', filter, sample: 10 });
  const question = await agent.next('look');
  expect(question.more).toEqual({ soFar: false, sample: 10 });
  const sample: SampledConnection[] = [['10.9.0.1' as Address, 40000, 'FIN_WAIT', 100]];
  agent.say({ type: 'connections', look: question.look, summary: { ...summary, sample }, refusal: null });
  expect((await asked).sample).toEqual(sample);
});
