import type { Health } from '../../checks/health.ts';
import type { ServiceCause } from '../cause.ts';
import { isSkewed } from '../sight.ts';
import { healthOfRow } from './checks.ts';
import { isActiveUneven } from './load-evidence.ts';

/** Joins and leaves in ten minutes that are too many. */
const tooMany = 4;

/** A destination joins and leaves again and again, or its check does where the guard keeps it: it can't decide. */
export const flapping: ServiceCause = {
  ...{ code: 'flapping', severity: 'warning', dependsOn: ['unreachable'], showAfter: 0 },
  detect: (sight) =>
    sight.rows
      .map((row) => ({ key: row.key, changes: Math.max(row.life.changes.length, turnsOf(healthOfRow(sight, row))) }))
      .filter(({ changes }) => changes >= tooMany)
      .map(({ key, changes }) => ({
        about: key,
        body: { code: 'flapping', destination: key, figures: { changes, seconds: 600 } },
      })),
};

/** How often a check turned in ten minutes: as often to failing as it fell, and back but for the last time. */
const turnsOf = (health: Health | undefined): number =>
  health ? Math.max(0, health.falls * 2 - (health.verdict === 'failing' ? 1 : 0)) : 0;

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
