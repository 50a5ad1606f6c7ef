import { describe, expect, it } from 'vitest';
import type { ServiceOnDirector } from '../../../domain/display/views.ts';
import { chosenDirector } from './chosen-director.ts';

const on = (name: string, cps: number | null, vipActive: boolean | null): ServiceOnDirector => ({
  director: {
    name,
    cluster: 'web',
    state: 'in-step',
    simulated: false,
    connected: true,
    receivedAt: 0,
    generation: { wanted: 1, held: 1 },
  },
  owned: true,
  kernelConfig: null,
  verdict: { kind: 'unknown' },
  spread: null,
  vipActive,
  expireQuiescentTemplate: null,
  destinations: [],
  totals: { activeConn: null, inactConn: null, persistConn: null, cps, inRate: null, outRate: null },
});

describe('chosenDirector', () => {
  it('is the one asked for', () => {
    expect(chosenDirector([on('lb1', 9, true), on('lb2', 1, false)], 'lb2')?.director.name).toBe('lb2');
  });
  it('is where the VIP stands, though another one is busier', () => {
    expect(chosenDirector([on('lb1', 9, false), on('lb2', 1, true)], null)?.director.name).toBe('lb2');
  });
  it('is the busiest where no VIP tells', () => {
    expect(chosenDirector([on('lb1', null, null), on('lb2', 3, null)], 'gone')?.director.name).toBe('lb2');
  });
  it('is none without directors', () => {
    expect(chosenDirector([], null)).toBeUndefined();
  });
});
