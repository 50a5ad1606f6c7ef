import { expect, test } from 'vitest';
import { jobId, jobState, parseJobId } from './job.ts';

type Ended = Parameters<typeof jobState>[0][number];
const on = (phase: Ended['phase'], readBack: Ended['readBack'] = null, appliedBy: number | null = null): Ended => ({
  ...{ phase, readBack, appliedBy },
});
const agrees = on('applied', 'agrees');

test.each<[Ended[], string]>([
  [[], 'done'],
  [[agrees, agrees], 'done'],
  [[agrees, on('requested')], 'running'],
  [[agrees, on('applying')], 'running'],
  [[agrees, on('waiting')], 'waiting'],
  [[on('sent'), on('waiting')], 'running'],
  [[agrees, on('failed', 'differs')], 'failed'],
  [[on('sent'), on('refused')], 'failed'],
  [[on('applied', 'differs')], 'failed'],
  [[on('applied', 'unread')], 'failed'],
  [[on('superseded')], 'running'],
  [[on('superseded', null, 18)], 'done'],
])('%j is %s', (directors, state) => {
  expect(jobState(directors)).toBe(state);
});

test('a job’s id names a cluster with dashes in its name, too', () => {
  expect(parseJobId(jobId('shop-eu-1', 17))).toEqual({ cluster: 'shop-eu-1', generation: 17 });
  for (const other of ['', 'shop', '-17', 'shop-', 'shop-x']) expect(parseJobId(other)).toBe(null);
});
