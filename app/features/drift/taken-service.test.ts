import { describe, expect, it } from 'vitest';
import { parseServiceKey } from '../../../domain/lvs/service-key.ts';
import type { VirtualService } from '../../../domain/lvs/table.ts';
import { planTable } from '../../../domain/plan/plan-table.ts';
import { freeName, takenService, takingOver } from './taken-service.ts';

const key = parseServiceKey('TCP 10.0.0.100:80');
if (!key.ok) throw new Error(key.reason);

const kernel = {
  key: key.value,
  scheduler: 'wlc',
  schedulerFlags: [],
  onePacket: false,
  persistence: { timeout: 360, netmask: 24 },
  persistenceEngine: null,
  destinations: [
    {
      address: '10.0.0.21',
      port: 80,
      forwarding: 'direct-routing',
      weight: 2,
      upperThreshold: 10,
      lowerThreshold: 0,
      tunnel: null,
    },
  ],
} as unknown as VirtualService;

describe('takenService', () => {
  it('is what the kernel has, so that nothing is left to do', () => {
    const taken = takenService(kernel, 'web');
    if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
    const text = 'TCP 10.0.0.100:80' as Parameters<typeof takingOver>[1] extends ReadonlySet<infer Key> ? Key : never;
    const { steps } = planTable({ services: [taken.service] }, { services: [kernel] }, new Set(), new Set([text]));
    expect(steps).toEqual([]);
    expect(takingOver([taken.service], new Set())).toMatchObject({ changes: [{ kind: 'add-service' }] });
    expect(takingOver([taken.service], new Set([text]))).toMatchObject({ changes: [{ kind: 'edit-service' }] });
  });

  it('says what a definition has no word for', () => {
    const [destination] = kernel.destinations;
    const local = { ...kernel, destinations: [{ ...destination, forwarding: 'local' }] } as VirtualService;
    expect(takenService(local, 'web')).toMatchObject({ problems: [{ message: 'forwarding-not-definable' }] });
    expect(takenService({ ...kernel, scheduler: 'none' }, 'web')).toMatchObject({
      problems: [{ message: 'scheduler-unknown' }],
    });
    expect(takenService(kernel, 'my web')).toMatchObject({ problems: [{ path: ['name'] }] });
  });
});

describe('freeName', () => {
  it('comes from the key, and is nobody else’s', () => {
    expect(freeName(kernel, new Set())).toBe('tcp-10.0.0.100-80');
    expect(freeName(kernel, new Set(['tcp-10.0.0.100-80', 'tcp-10.0.0.100-80-2']))).toBe('tcp-10.0.0.100-80-3');
  });
});
