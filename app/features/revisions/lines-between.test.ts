import { describe, expect, it } from 'vitest';
import { definitionSchema } from '../../../domain/definition/definition.ts';
import { linesBetween } from './lines-between.ts';

const defined = (weights: readonly number[], settings: object = {}) =>
  definitionSchema.parse({
    services: [
      {
        name: 'web',
        key: { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 80 },
        scheduler: 'wrr',
        destinations: weights.map((weight, index) => ({
          address: `10.0.0.2${index + 1}`,
          port: 80,
          forwarding: 'direct-routing',
          weight,
        })),
      },
    ],
    settings,
  });
const lines = (...sides: Parameters<typeof linesBetween>) => linesBetween(...sides).map(({ line }) => line);

describe('linesBetween', () => {
  it('are those of a plan: what serves more comes before what serves less', () => {
    expect(lines(defined([3, 1, 1]), defined([1, 3]))).toEqual([
      'ipvsadm -e -t 10.0.0.4:80 -r 10.0.0.22:80 -g -w 3',
      'ipvsadm -e -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 1',
      'ipvsadm -d -t 10.0.0.4:80 -r 10.0.0.23:80',
    ]);
  });

  it('set what is named, together where it is one file or one command', () => {
    const before = defined([1], { sysctls: { conntrack: 1, sync_threshold: 3, sync_period: 50 } });
    const after = defined([1], { timeouts: { tcp: 600 }, sysctls: { sync_threshold: 3, sync_period: 100 } });
    expect(lines(before, after)).toEqual(['ipvsadm --set 600 0 0', 'sysctl -w net.ipv4.vs.sync_threshold="3 100"']);
  });

  it('are none where nothing differs', () => {
    expect(linesBetween(defined([1]), defined([1]))).toEqual([]);
  });
});
