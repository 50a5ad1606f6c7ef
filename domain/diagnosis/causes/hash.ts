import type { ServiceCause } from '../cause.ts';
import type { Remedy } from '../remedy.ts';
import { skewFigures, skewOf } from './skew-evidence.ts';

const broken = ['unreachable', 'return-path-masquerading', 'return-path-direct', 'upper-threshold'] as const;

/**
 * sh and mh send an address always to the same destination, so that few addresses fall unevenly.
 *
 * How many there are, and which brings the most, only a look into the connection table tells.
 */
export const hashFewSources: ServiceCause = {
  ...{ code: 'hash-few-sources', severity: 'warning', dependsOn: broken, showAfter: 0 },
  detect: (sight) => {
    const skew = skewOf(sight);
    const { scheduler, schedulerFlags, persistence } = sight.service;
    if (!skew || persistence || !['sh', 'mh'].includes(scheduler) || schedulerFlags.includes('port')) return [];
    const remedies: Remedy[] = [{ kind: 'hash-port' }, { kind: 'scheduler', scheduler: 'wrr' }];
    const figures = { ...skewFigures(skew), scheduler };
    return [{ body: { code: 'hash-few-sources', destination: skew.most, figures }, remedies }];
  },
};

/** dh, lblc and lblcr go by the address that clients ask for, and a VIP is one address. */
export const hashOneDestination: ServiceCause = {
  ...{ code: 'hash-one-destination', severity: 'warning', dependsOn: broken, showAfter: 0 },
  detect: (sight) => {
    const skew = skewOf(sight);
    const { scheduler, persistence } = sight.service;
    if (!skew || persistence || !['dh', 'lblc', 'lblcr'].includes(scheduler)) return [];
    const figures = { ...skewFigures(skew), scheduler };
    const remedies: Remedy[] = [{ kind: 'scheduler', scheduler: scheduler === 'dh' ? 'wrr' : 'wlc' }];
    return [{ body: { code: 'hash-one-destination', destination: skew.most, figures }, remedies }];
  },
};
