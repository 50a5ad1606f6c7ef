import { describe, expect, it } from 'vitest';
import type { Overlay } from '../../../domain/overlay/overlay.ts';
import { realServerTargets } from './real-server-targets.ts';

const overlay = (target: object) => ({ target }) as unknown as Overlay;
const whole = { kind: 'real-server', name: 'web1' };
const one = { kind: 'destination', service: 'TCP 10.0.0.100:80', destination: '10.0.0.21:80' };

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
});
