import { expect, test } from 'vitest';
import type { ConnectionFilter } from '../../domain/connections/connection-summary.ts';
import { ConnectionTally } from '../../domain/connections/connection-tally.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import { Looker } from './looker.ts';

const filter: ConnectionFilter = { destinations: null, vip: null, client: null };

test('looks are answered one at a time, a failure with its reason', async () => {
  const sent: AgentMessage[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const answers = [() => promise, () => Promise.reject(new Error('ENOENT'))];
  const looker = new Looker({
    send: (message) => sent.push(message),
    read: async () => {
      await answers.shift()?.();
      return new ConnectionTally(filter).summary('whole', 1);
    },
  });
  const first = looker.look(1, filter);
  await looker.look(2, filter);
  expect(sent).toMatchObject([{ look: 2, summary: null, refusal: expect.stringContaining('already') }]);
  resolve();
  await first;
  await looker.look(3, filter);
  expect(sent.slice(1)).toMatchObject([
    { look: 1, summary: { read: 0 }, refusal: null },
    { look: 3, summary: null, refusal: expect.stringContaining('ENOENT') },
  ]);
});

test('what was found so far is told where it was asked for, and the end after it', async () => {
  const sent: AgentMessage[] = [];
  const found = new ConnectionTally(filter).summary('part', 1);
  const looker = new Looker({
    send: (message) => sent.push(message),
    read: async (_, { sample, soFar }) => {
      soFar?.(found);
      return { ...found, read: sample };
    },
  });
  await looker.look(1, filter);
  expect(sent).toMatchObject([{ look: 1, summary: { read: 0 } }]);
  await looker.look(2, filter, { soFar: true, sample: 5 });
  expect(sent.slice(1)).toMatchObject([
    { look: 2, soFar: true },
    { look: 2, summary: { read: 5 } },
  ]);
  expect(sent[2]).not.toHaveProperty('soFar');
});
