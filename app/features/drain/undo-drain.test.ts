import { expect, it, vi } from 'vitest';
import { drainOf } from '../../../domain/overlay/overlay.example.ts';
import type { ConsoleClient } from '../../lib/console-client.ts';
import { undoEnd, undoStart } from './undo-drain.ts';

const rs = (name: string) => ({ kind: 'real-server' as const, name });
const about = { cluster: 'shop', reason: 'Undo: new disk' };

function client(overlays: readonly unknown[] = []) {
  const end = vi.fn(async () => ({ generation: 2 }));
  const start = vi.fn(async () => ({ generation: 3, overlays: [] }));
  const called = {
    drains: { end: { mutate: end }, start: { mutate: start } },
    view: { cluster: { query: async () => ({ overlays, at: 30_000 }) } },
  };
  return { end, start, client: called as unknown as ConsoleClient };
}

it('ends what began, and not what was out before', async () => {
  const before = drainOf(rs('rs1'), { id: 'old' });
  const { client: console, end } = client([before, drainOf(rs('rs2'), { id: 'new' })]);
  await undoStart(console, about, ['new']);
  expect(end).toHaveBeenCalledExactlyOnceWith({ ...about, targets: [rs('rs2')] });
});

it('asks for nothing where somebody ended it already', async () => {
  const { client: console, end } = client([]);
  await undoStart(console, about, ['new']);
  expect(end).not.toHaveBeenCalled();
});

it('starts drains again as they were, with what is left of their deadlines', async () => {
  const { client: console, start } = client();
  const ended = [
    drainOf(rs('rs1'), { mode: 'elsewhere', deadline: 90_000, atDeadline: 'cut' }),
    drainOf(rs('rs2')),
    drainOf(rs('rs3'), { mode: 'elsewhere', deadline: 90_000, atDeadline: 'cut' }),
    drainOf(rs('rs4'), { deadline: 20_000 }),
  ];
  await undoEnd(console, about, ended);
  const gentle = { ...about, mode: 'wait', atDeadline: 'ask', ignoresPersistence: false, deadlineIn: null };
  expect(start.mock.calls).toEqual([
    [{ ...gentle, targets: [rs('rs1'), rs('rs3')], mode: 'elsewhere', atDeadline: 'cut', deadlineIn: 60 }],
    [{ ...gentle, targets: [rs('rs2')] }],
    [{ ...gentle, targets: [rs('rs4')] }],
  ]);
});
