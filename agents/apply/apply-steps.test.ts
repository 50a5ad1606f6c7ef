import { expect, test } from 'vitest';
import type { ServiceKey } from '../../domain/lvs/service-key.ts';
import type { Step } from '../../domain/plan/plan.ts';
import type { StepResult } from '../../domain/wire/messages.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';
import { applySteps } from './apply-steps.ts';

const removal = (fwmark: number): Step => {
  const service: ServiceKey = { kind: 'fwmark', fwmark, family: 'ipv4' };
  return { action: 'remove-service', service, reason: { why: 'not-defined' } };
};
const removals = (count: number): Step[] => Array.from({ length: count }, (_, index) => removal(index + 1));

const writeSetting = () => Promise.reject(new Error('a setting was written'));

test('no steps, no write', async () => {
  const write = () => Promise.reject(new Error('written'));
  expect(await applySteps({ write, writeSetting }, [], () => undefined)).toEqual([]);
});

test('a failure stops after its group; each step is told once and in order', async () => {
  const told: StepResult[] = [];
  const gone = new NetlinkError('DEL_SERVICE', 3);
  const results = await applySteps(
    { writeSetting, write: (steps) => Promise.resolve(steps.map((_, index) => (index === 1 ? gone : null))) },
    removals(1002),
    (ended) => told.push(...ended),
  );
  expect(told).toEqual(results);
  expect(results.map(({ index }) => index)).toEqual(Array.from({ length: 1002 }, (_, index) => index));
  expect(results[1]).toEqual({ index: 1, line: 'ipvsadm -D -f 2', outcome: 'failed', error: 'ESRCH' });
  expect(results[999]?.outcome).toBe('applied');
  expect(results.slice(1000).map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped']);
});

test('the kernel’s own text is told with the errno', async () => {
  const write = () => Promise.resolve([new NetlinkError('DEL_SERVICE', 22, 'bad attribute')]);
  const [result] = await applySteps({ write, writeSetting }, removals(1), () => undefined);
  expect(result?.error).toBe('EINVAL: bad attribute');
});

test('a socket that fails makes its whole group failed, because nobody knows what was done', async () => {
  const write = () => Promise.reject(NetlinkError.timeout('DEL_SERVICE', 5000));
  const results = await applySteps({ write, writeSetting }, removals(2), () => undefined);
  expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
  expect(results[0]?.error).toContain('ETIMEDOUT');
});

test('settings go by themselves and in their place, and one that is refused stops what comes after it', async () => {
  const conntrack: Step = {
    ...{ action: 'set-sysctl', name: 'conntrack', values: [1] },
    reason: { why: 'differs', differences: [{ field: 'sysctl', kernel: '0', desired: '1' }] },
  };
  const timeouts: Step = { ...conntrack, action: 'set-timeouts', timeouts: { tcp: 60, tcpfin: 0, udp: 0 } };
  const done: string[] = [];
  const results = await applySteps(
    {
      write(steps) {
        done.push(`${steps.length} of the table`);
        return Promise.resolve(steps.map(() => null));
      },
      writeSetting({ action }) {
        done.push(action);
        return Promise.resolve(action === 'set-sysctl' ? { errnoName: 'EROFS', extendedAck: null } : null);
      },
    },
    [removal(1), timeouts, removal(2), removal(3), conntrack, removal(4)],
    () => undefined,
  );
  expect(done).toEqual(['1 of the table', 'set-timeouts', '2 of the table', 'set-sysctl']);
  expect(results.map(({ line, outcome, error }) => [line, outcome, error]).slice(3)).toEqual([
    ['ipvsadm -D -f 3', 'applied', null],
    ['sysctl -w net.ipv4.vs.conntrack=1', 'failed', 'EROFS'],
    ['ipvsadm -D -f 4', 'skipped', null],
  ]);
});
