import { describe, expect, it } from 'vitest';
import type { DestinationState } from '../../../domain/display/destination-row.ts';
import { drainOf } from '../../../domain/overlay/overlay.example.ts';
import type { DrainPlace } from './drain-places.ts';
import { drainStage } from './drain-stage.ts';

const at = 100_000;
const place = (state: DestinationState, receivedAt: number | null = at, more: object = {}) =>
  ({
    director: { name: 'lb1', receivedAt },
    service: 'TCP 10.0.0.4:80',
    row: { state, outBy: [], returning: null, ...more },
  }) as unknown as DrainPlace;
const draining = (activeConn: number, persistConn = 0) => place({ kind: 'draining', activeConn, persistConn });

describe('drainStage of a drain', () => {
  it('waits while one kernel does not show weight 0', () => {
    expect(drainStage([place({ kind: 'sent' }), place({ kind: 'drained' })], 'drain', at)).toBe('waiting');
    expect(drainStage([place({ kind: 'drifted', differences: [] })], 'drain', at)).toBe('waiting');
  });
  it('drains while connections are left anywhere', () => {
    expect(drainStage([draining(3), place({ kind: 'drained' })], 'drain', at)).toBe('draining');
  });
  it('tells templates from connections', () => {
    expect(drainStage([draining(0, 4)], 'drain', at)).toBe('templates');
  });
  it('is drained when every place is', () => {
    expect(drainStage([place({ kind: 'drained' }), place({ kind: 'drained' })], 'drain', at)).toBe('drained');
  });
  it('says nothing by old numbers', () => {
    expect(drainStage([place({ kind: 'drained' }, at - 11_000)], 'drain', at)).toBe('silent');
    expect(drainStage([place({ kind: 'drained' }, null)], 'drain', at)).toBe('silent');
    expect(drainStage([], 'drain', at)).toBe('silent');
  });
  it('goes by the directors that are heard', () => {
    expect(drainStage([place({ kind: 'unknown' }, at - 11_000), place({ kind: 'drained' })], 'drain', at)).toBe(
      'drained',
    );
  });
});

describe('drainStage of a return', () => {
  it('waits for every kernel', () => {
    expect(drainStage([place({ kind: 'serving' }), draining(2)], 'return', at)).toBe('waiting');
  });
  it('serves when the kernels have the written weights, one of which may be 0', () => {
    expect(drainStage([place({ kind: 'serving' }), place({ kind: 'quiesced' })], 'return', at)).toBe('serving');
  });
  it('tells what it stays out for', () => {
    const out = (more: object) => [place({ kind: 'drained' }, at, more), place({ kind: 'serving' })];
    const drain = drainOf({ kind: 'real-server', name: 'rs1' });
    expect(drainStage(out({ outBy: [drain] }), 'return', at)).toBe('stays-out');
    expect(drainStage(out({ outBy: [drain], returning: { phase: 'awaiting-checks' } }), 'return', at)).toBe(
      'awaiting-checks',
    );
  });
});
