import { describe, expect, it } from 'vitest';
import type { ApplyProgress } from '../../../domain/display/views.ts';
import { heldBack } from './held-back.ts';

const on = (director: string, phase: ApplyProgress['phase'], readBack: ApplyProgress['readBack'] = null) => ({
  director,
  phase,
  readBack,
  generation: 3,
  total: null,
  steps: [],
  detail: null,
  requestedAt: 0,
  endedAt: null,
});

describe('heldBack', () => {
  it('tells who waits for whom, and how that one does', () => {
    for (const [first, state] of [
      [on('lb2', 'requested'), 'silent'],
      [on('lb2', 'applying'), 'going'],
      [on('lb2', 'failed', 'differs'), 'stopped'],
      [on('lb2', 'refused'), 'stopped'],
      [on('lb2', 'applied', 'differs'), 'stopped'],
      [on('lb2', 'applied', 'agrees'), 'going'],
    ] as const)
      expect(heldBack([on('lb1', 'waiting'), first])).toEqual({ first: 'lb2', waiting: ['lb1'], state });
  });

  it('is nothing where all go at once, or all have it', () => {
    expect(heldBack([on('lb1', 'failed'), on('lb2', 'applied', 'agrees')])).toBeNull();
    expect(heldBack([])).toBeNull();
  });
});
