import type { ServiceCause } from '../cause.ts';
import { isSkewed } from '../sight.ts';
import { isActiveUneven } from './load-evidence.ts';

/** Joins and leaves in ten minutes that are too many. */
const tooMany = 4;

/** A destination joins and leaves again and again: a check that can't decide. */
export const flapping: ServiceCause = {
  ...{ code: 'flapping', severity: 'warning', dependsOn: ['unreachable'], showAfter: 0 },
  detect: ({ rows }) =>
    rows
      .filter((row) => row.life.changes.length >= tooMany)
      .map(({ key, life }) => ({
        about: key,
        body: { code: 'flapping', destination: key, figures: { changes: life.changes.length, seconds: 600 } },
      })),
};

/** Seconds after a failover in which it explains what is uneven: as long as a TCP connection may idle. */
const explains = 900;

/**
 * The VIP came from another director, and only connections that were synchronised came with it.
 *
 * It explains connections that stand, and no new ones.
 */
export const unevenAfterFailover: ServiceCause = {
  ...{ code: 'uneven-after-failover', severity: 'notice', dependsOn: ['unreachable'], showAfter: 5 },
  detect: (sight) => {
    const { vipCameFor, record, service, balance } = sight;
    if (vipCameFor === null || vipCameFor > explains) return [];
    if (!isActiveUneven(sight) && !(balance.basis === 'load' && isSkewed(sight))) return [];
    const sysctls = record.facts?.sysctls ?? {};
    const syncThreshold = sysctls.sync_threshold;
    return [
      {
        body: {
          code: 'uneven-after-failover',
          destination: null,
          figures: {
            ...{ seconds: Math.round(vipCameFor), daemons: record.facts?.daemons.length ?? 0 },
            ...(syncThreshold === undefined ? {} : { syncThreshold }),
          },
        },
        remedies:
          service.scheduler === 'mh' && sysctls.sloppy_tcp === 0
            ? [{ kind: 'sysctls', values: { sloppy_tcp: 1 } }]
            : [],
      },
    ];
  },
};
