import { expect, test } from 'vitest';
import { settingsAfter, simulatedSettings } from './simulated-settings.ts';

test('it sets and refuses as the kernel does', () => {
  const timeouts = settingsAfter(simulatedSettings, {
    action: 'set-timeouts',
    timeouts: { tcp: 0, tcpfin: 60, udp: 0 },
  });
  expect(timeouts).toMatchObject({ ok: true, value: { timeouts: { tcp: 900, tcpfin: 60, udp: 300 } } });
  const set = (name: string, ...values: number[]) =>
    settingsAfter(simulatedSettings, { action: 'set-sysctl', name, values });
  expect(set('conntrack', 1)).toMatchObject({
    value: { sysctls: { conntrack: 1, sync_threshold: 3, sync_period: 50 } },
  });
  expect(set('sync_threshold', 5, 60)).toMatchObject({ value: { sysctls: { sync_threshold: 5, sync_period: 60 } } });
  expect(set('sync_threshold', 60, 60)).toEqual({ ok: false, reason: 'EINVAL' });
  expect(set('from_the_future', 1)).toEqual({ ok: false, reason: 'ENOENT' });
});
