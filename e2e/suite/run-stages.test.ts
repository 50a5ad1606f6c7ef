import { expect, test } from 'vitest';
import { runStages } from './run-stages.ts';
import { oneFailed, onePassed, oneSkipped, type Stage } from './stage.ts';

async function run(stages: Stage[], isCi: boolean) {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const outcome = await runStages({ stages, isCi, write, now: () => 0 });
  return { outcome, text, last: text.trimEnd().split('\n').at(-1) };
}

const good: Stage = { name: 'good', title: 'Good', run: async () => ({ ...onePassed, passed: 7 }) };
const bad: Stage = { name: 'bad', title: 'Bad', run: async () => oneFailed('what went wrong') };
const broken: Stage = { name: 'broken', title: 'Broken', run: () => Promise.reject(new Error('it broke')) };
const impossible: Stage = { name: 'no', title: 'No', run: async () => oneSkipped('no kernel here') };

test('all stages run after one that failed and one that broke, and all count', async () => {
  const { text, last } = await run([bad, broken, good], false);
  expect(last).toBe('7 passed, 2 failed');
  expect(text).toContain('what went wrong');
  expect(text).toContain('it broke');
});

test('what can not run is said and counted, and in CI it has failed', async () => {
  expect((await run([good, impossible], false)).last).toBe('7 passed, 0 failed, 1 skipped');
  const { last, text, outcome } = await run([good, impossible], true);
  expect(last).toBe('7 passed, 1 failed');
  expect(outcome.failed).toBe(1);
  expect(text).toContain('SKIPPED: no kernel here');
});
