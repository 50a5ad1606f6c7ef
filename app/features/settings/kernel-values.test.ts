import { describe, expect, it } from 'vitest';
import type { DirectorKernel } from '../../../domain/display/views.ts';
import { kernelValues } from './kernel-values.ts';

const kernel = (director: string, conntrack: number | undefined, receivedAt = 1): DirectorKernel => ({
  director,
  release: '6.1.0',
  settings: {
    timeouts: { tcp: 900, tcpfin: 120, udp: 300 },
    sysctls: conntrack === undefined ? {} : { conntrack },
  },
  receivedAt,
});

describe('kernelValues', () => {
  it('puts directors with the same value together, by the oldest of what they said', () => {
    expect(
      kernelValues([kernel('lb1', 0, 5), kernel('lb2', 1), kernel('lb3', 0, 3)], ({ sysctls }) => sysctls.conntrack),
    ).toEqual([
      { value: 0, directors: ['lb1', 'lb3'], receivedAt: 3 },
      { value: 1, directors: ['lb2'], receivedAt: 1 },
    ]);
  });

  it('keeps apart a kernel without the setting and one that is not known', () => {
    const silent = { ...kernel('lb2', 0), settings: null, receivedAt: null };
    expect(kernelValues([kernel('lb1', undefined), silent], ({ sysctls }) => sysctls.conntrack)).toEqual([
      { value: 'none', directors: ['lb1'], receivedAt: 1 },
      { value: 'unknown', directors: ['lb2'], receivedAt: null },
    ]);
  });
});
