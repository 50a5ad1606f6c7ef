import { familyOfService } from '../../lvs/service-key.ts';
import type { ServiceCause } from '../cause.ts';
import type { Remedy } from '../remedy.ts';
import { skewFigures, skewOf } from './skew-evidence.ts';

const withoutPersistence: readonly Remedy[] = [{ kind: 'remove-persistence' }, { kind: 'mh-port' }];

/** What keeps a skew from being persistence's: something on the way that no scheduler sees. */
const broken = ['unreachable', 'return-path-masquerading', 'return-path-direct'] as const;

/**
 * Templates bypass the scheduler, so with persistence on, they are the first thing that breaks shares.
 *
 * PersistConn counts a template for each client network (one address under a whole netmask), and that is all that the
 * counters know of clients: which of them brings how much, a look into the connection table tells.
 */
export const skewPersistence: ServiceCause = {
  code: 'skew-persistence',
  severity: 'warning',
  dependsOn: [...broken, 'persistence-netmask', 'persistence-with-least-connection', 'upper-threshold'],
  showAfter: 0,
  detect: (sight) => {
    const skew = skewOf(sight);
    const { persistence } = sight.service;
    if (!skew || !persistence) return [];
    return [{ body: { code: 'skew-persistence', skew, timeout: persistence.timeout }, remedies: withoutPersistence }];
  },
};

export const persistenceNetmask: ServiceCause = {
  ...{ code: 'persistence-netmask', severity: 'warning', dependsOn: [...broken, 'upper-threshold'], showAfter: 0 },
  detect: (sight) => {
    const skew = skewOf(sight);
    const { persistence, key } = sight.service;
    const whole = familyOfService(key) === 'ipv6' ? 128 : 32;
    if (!skew || !persistence || persistence.netmask >= whole) return [];
    const { netmask, timeout } = persistence;
    const templates = { templates: skew.persistConn, templatesAll: skew.persistConnAll, netmask, timeout };
    const figures = { ...skewFigures(skew), ...templates };
    const remedies: Remedy[] = [{ kind: 'whole-netmask' }, { kind: 'remove-persistence' }];
    return [{ body: { code: 'persistence-netmask', destination: skew.most, figures }, remedies }];
  },
};

/** The scheduler sends the next clients where few connections are, and theirs bring them all back together. */
export const persistenceWithLeastConnection: ServiceCause = {
  code: 'persistence-with-least-connection',
  severity: 'warning',
  dependsOn: [...broken, 'persistence-netmask', 'upper-threshold'],
  showAfter: 0,
  detect: (sight) => {
    const skew = skewOf(sight);
    const { persistence, scheduler } = sight.service;
    if (!skew || !persistence || !['lc', 'wlc', 'sed', 'nq'].includes(scheduler)) return [];
    const templates = { templates: skew.persistConn, templatesAll: skew.persistConnAll };
    const figures = { ...skewFigures(skew), ...templates, scheduler, timeout: persistence.timeout };
    const remedies: Remedy[] = [{ kind: 'scheduler', scheduler: 'wrr' }, { kind: 'remove-persistence' }];
    return [{ body: { code: 'persistence-with-least-connection', destination: skew.most, figures }, remedies }];
  },
};
