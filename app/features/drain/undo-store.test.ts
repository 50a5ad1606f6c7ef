import { expect, it, vi } from 'vitest';
import { UndoStore, undoFor } from './undo-store.ts';

const drained = (name: string) => ({ did: 'drain' as const, name, undo: async () => {} });

it('keeps the newest alone, for half a minute from when it was done', () => {
  const store = new UndoStore(() => 1000);
  const heard = vi.fn();
  const stop = store.subscribe(heard);
  store.offer(drained('rs1'));
  store.offer(drained('rs2'));
  expect(store.get()).toMatchObject({ name: 'rs2', until: 1000 + undoFor });
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
});

it('ends the offer that is meant, and never a newer one', () => {
  const store = new UndoStore(() => 0);
  store.offer(drained('rs1'));
  const first = store.get();
  store.offer(drained('rs2'));
  if (first) store.end(first);
  expect(store.get()?.name).toBe('rs2');
  const second = store.get();
  if (second) store.end(second);
  expect(store.get()).toBeNull();
});
