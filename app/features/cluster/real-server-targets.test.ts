import { describe, expect, it } from 'vitest';
import { drainOf, rampOf } from '../../../domain/overlay/overlay.example.ts';
import { type DrainTarget, drainTargetSchema } from '../../../domain/overlay/overlay.ts';
import { realServerTargets } from './real-server-targets.ts';

const overlay = (target: DrainTarget) => drainOf(target);
const whole = drainTargetSchema.parse({ kind: 'real-server', name: 'web1' });
const one = drainTargetSchema.parse({
  ...{ kind: 'destination', service: 'TCP 10.0.0.100:80', destination: '10.0.0.21:80' },
});

describe('realServerTargets', () => {
  it('drains the machine once', () => {
    expect(realServerTargets({ name: 'web1', outBy: [] }, 'drain')).toEqual([whole]);
    expect(realServerTargets({ name: 'web1', outBy: [overlay(whole)] }, 'drain')).toEqual([]);
  });

  it('still drains the machine when only one of its destinations is out', () => {
    expect(realServerTargets({ name: 'web1', outBy: [overlay(one)] }, 'drain')).toEqual([whole]);
  });

  it('ends every drain on return', () => {
    expect(realServerTargets({ name: 'web1', outBy: [overlay(whole), overlay(one)] }, 'return')).toEqual([whole, one]);
    expect(realServerTargets({ name: 'web1', outBy: [] }, 'return')).toEqual([]);
  });

  it('leaves ramps and what a release drained alone', () => {
    const outBy = [rampOf(whole, 500), drainOf(whole, { release: 'r1' })];
    expect(realServerTargets({ name: 'web1', outBy }, 'return')).toEqual([]);
    expect(realServerTargets({ name: 'web1', outBy }, 'drain')).toEqual([whole]);
  });
});
