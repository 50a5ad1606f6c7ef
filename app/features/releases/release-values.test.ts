import { expect, test } from 'vitest';
import { releaseSettingsSchema } from '../../../domain/release/release-settings.ts';
import { checkedRelease, firstValues, handWaves, valuesOf } from './release-values.ts';

test('what the form starts with is what the domain starts with', () => {
  expect(checkedRelease(firstValues())).toEqual({ ok: true, settings: releaseSettingsSchema.parse({}) });
});

test('every setting goes into the form and out again', () => {
  const settings = releaseSettingsSchema.parse({
    services: ['TCP 10.0.0.4:80'],
    waves: { by: 'hand', waves: [['web1', 'web3'], ['web2']] },
    takenOut: 'wait',
    drain: { mode: 'elsewhere', deadline: null, atDeadline: 'cut', ignoresPersistence: true },
    hold: false,
    testService: { protocol: 'TCP', address: '10.0.0.99', port: 8080, like: 'TCP 10.0.0.4:80' },
    verify: { passes: 5, within: 30 },
    ramp: 60,
    watch: 0,
  });
  expect(checkedRelease(valuesOf(settings))).toEqual({ ok: true, settings });
});

test('waves by hand go by their numbers, without gaps, and a server without one is in none', () => {
  expect(handWaves({ web1: '2', web2: '10', web3: '2', web4: '', web5: 'x' })).toEqual([['web1', 'web3'], ['web2']]);
});

test('what is wrong names its field', () => {
  const wrong = checkedRelease({ ...firstValues(), by: 'percent', percent: '0', watch: '', testing: true });
  expect(wrong.ok).toBe(false);
  expect(Object.keys(wrong.ok ? {} : wrong.problems)).toEqual(
    expect.arrayContaining(['waves.percent', 'watch', 'testService.address', 'testService.port', 'testService.like']),
  );
});

test('a cut has nothing to wait for', () => {
  const checked = checkedRelease({ ...firstValues(), mode: 'cut' });
  expect(checked.ok && checked.settings.drain.deadline).toBeNull();
});
