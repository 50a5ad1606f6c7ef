import { expect, it } from 'vitest';
import { clusterRecord, directorRecord, observe, tutorialDefinition } from '../../display/cluster-record.example.ts';
import { History } from '../../observation/history.ts';
import type { ReleaseBrief } from '../../release/release-view.ts';
import { diagnose } from '../diagnose.ts';

const halted: ReleaseBrief = {
  ...{ id: 'r1', reason: 'web 2.1', status: 'halted', step: 'wait', wave: 1, waves: 2, stepSince: 0, endedAt: null },
  halt: { kind: 'past-deadline', servers: ['web1'] },
};

function found(release: ReleaseBrief | null, heard = ['lb1', 'lb2']) {
  const directors = ['lb1', 'lb2'].map((name) => {
    const history = new History();
    observe(history, tutorialDefinition.services, [heard.includes(name) ? 100 : 1], () => ({}));
    return directorRecord({ name, history });
  });
  const cluster = clusterRecord({ release, directors });
  return directors.flatMap((record) =>
    diagnose(cluster, record, 100_000).flatMap((one) => (one.code === 'release-halted' ? [one] : [])),
  );
}

it('is said once, with the wave as people count it and why', () => {
  expect(found(halted)).toMatchObject([{ director: 'lb1', release: 'r1', wave: 2, why: 'past-deadline' }]);
});

it('is not said of one that goes on or ended', () => {
  expect(found({ ...halted, status: 'running', halt: null })).toEqual([]);
  expect(found({ ...halted, status: 'rolled-back', halt: null, endedAt: 5 })).toEqual([]);
  expect(found(null)).toEqual([]);
});

it('is said on another director when the first is not heard, and silent where none is', () => {
  expect(found(halted, ['lb2'])).toMatchObject([{ director: 'lb2' }]);
  expect(found(halted, [])).toEqual([]);
});
