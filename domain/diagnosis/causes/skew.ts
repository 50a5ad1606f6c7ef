import type { ServiceCause } from '../cause.ts';
import { skewOf } from './skew-evidence.ts';

/** Shares are wrong, and nothing that is known says why. */
export const skew: ServiceCause = {
  code: 'skew',
  severity: 'warning',
  dependsOn: [
    'unreachable',
    'skew-persistence',
    'persistence-netmask',
    'persistence-with-least-connection',
    'hash-few-sources',
    'hash-one-destination',
    'udp-clump',
    'upper-threshold',
    'return-path-masquerading',
    'return-path-direct',
    'came-back',
    'newcomer-gets-all',
    'flapping',
    'uneven-after-failover',
    'directors-in-step',
  ],
  showAfter: 0,
  detect: (sight) => {
    const found = skewOf(sight);
    return found ? [{ body: { code: 'skew', skew: found } }] : [];
  },
};
