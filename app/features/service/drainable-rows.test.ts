import { describe, expect, it } from 'vitest';
import { drainOf, rampOf } from '../../../domain/overlay/overlay.example.ts';
import { whyNot } from './drainable-rows.ts';

const whole = drainOf({ kind: 'real-server', name: 'rs1' });
const own = drainOf({
  kind: 'destination',
  service: 'TCP 10.0.0.4:80' as never,
  destination: '10.0.0.21:80' as never,
});

describe('whyNot', () => {
  it('drains what serves, and what is out with its real server', () => {
    expect(whyNot({ writtenWeight: 1, outBy: [] }, 'drain')).toBeNull();
    expect(whyNot({ writtenWeight: 1, outBy: [whole] }, 'drain')).toBeNull();
  });
  it('drains nothing twice', () => {
    expect(whyNot({ writtenWeight: 1, outBy: [own] }, 'drain')).toBe('alreadyOut');
  });
  it('ends what people drained, it alone or with its real server', () => {
    expect(whyNot({ writtenWeight: 1, outBy: [own] }, 'return')).toBeNull();
    expect(whyNot({ writtenWeight: 1, outBy: [whole] }, 'return')).toBeNull();
    expect(whyNot({ writtenWeight: 1, outBy: [] }, 'return')).toBe('notOut');
  });
  it('leaves a release its own drains', () => {
    const released = drainOf(whole.target, { release: 'r1' });
    expect(whyNot({ writtenWeight: 1, outBy: [released] }, 'return')).toBe('byRelease');
    expect(whyNot({ writtenWeight: 1, outBy: [released, own] }, 'return')).toBeNull();
  });
  it('is not out while its weight rises', () => {
    expect(whyNot({ writtenWeight: 1, outBy: [rampOf(whole.target, 300)] }, 'return')).toBe('notOut');
  });
  it('leaves alone what only a kernel has', () => {
    expect(whyNot({ writtenWeight: null, outBy: [] }, 'drain')).toBe('notDefined');
  });
});
