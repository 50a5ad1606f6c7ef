import { isDrain, type Overlay } from '../../overlay/overlay.ts';
import type { ServiceCause } from '../cause.ts';
import type { RowSight } from '../sight.ts';

/** Seconds after which counters and gauges are those of weight 0. */
const settled = 20;

/** Whether a drain isn't over before its templates are. */
const isHeld = (overlay: Overlay): boolean => isDrain(overlay) && !overlay.ignoresPersistence;

const isQuiet = (row: RowSight): boolean => (row.quietFor ?? 0) >= settled;

export const drainHeldByPersistence: ServiceCause = {
  code: 'drain-held-by-persistence',
  severity: 'notice',
  dependsOn: ['unreachable', 'drain-past-deadline'],
  showAfter: 0,
  detect: ({ service, record, rows }) => {
    const { persistence } = service;
    if (!persistence || record.facts?.sysctls.expire_quiescent_template !== 0) return [];
    return rows
      .filter(({ desired, persistConn }) => desired?.outBy.some(isHeld) && persistConn > 0)
      .map(({ key, persistConn }) => ({
        about: key,
        body: { code: 'drain-held-by-persistence', destination: key, persistConn, timeout: persistence.timeout },
        remedies: [{ kind: 'sysctls', values: { expire_quiescent_template: 1 } }],
      }));
  },
};

/** Written weight 0, and templates still bring clients: the same as for a drain, and nobody waits for it. */
export const quiescedByTemplates: ServiceCause = {
  code: 'quiesced-by-templates',
  severity: 'notice',
  dependsOn: ['unreachable', 'drain-held-by-persistence'],
  showAfter: 3,
  detect: ({ service, record, rows, seconds }) => {
    const { persistence } = service;
    if (!persistence || record.facts?.sysctls.expire_quiescent_template !== 0) return [];
    return rows
      .filter((row) => isQuiet(row) && (row.rise?.conns ?? 0) > 0)
      .map(({ key, persistConn, rise }) => ({
        about: key,
        body: {
          code: 'quiesced-by-templates',
          destination: key,
          figures: {
            ...{ connections: rise?.conns ?? 0, seconds: Math.round(seconds) },
            ...{ templates: persistConn, timeout: persistence.timeout },
          },
        },
        remedies: [{ kind: 'sysctls', values: { expire_quiescent_template: 1 } }],
      }));
  },
};

/** Seconds after which a rise of ActiveConn says nothing more of now. */
const rising = 60;

/**
 * ActiveConn rises at weight 0 although no connection is new: clients take a port again whose entry still stands, and
 * its SYN goes where the old connection went.
 *
 * A backup's numbers follow its master's, so it is said only where the VIP is.
 */
export const quiescedByReusedPorts: ServiceCause = {
  code: 'quiesced-by-reused-ports',
  severity: 'notice',
  dependsOn: ['unreachable', 'quiesced-by-templates', 'drain-held-by-persistence'],
  showAfter: 5,
  detect: ({ service, record, rows, vipActive }) => {
    const sysctls = record.facts?.sysctls ?? {};
    const rescheduled = (sysctls.conn_reuse_mode ?? 0) > 0 && (sysctls.expire_nodest_conn ?? 0) > 0;
    if (service.persistence || vipActive === false || rescheduled) return [];
    return rows
      .filter((row) => isQuiet(row) && row.rise?.conns === 0 && (row.roseFor ?? Number.POSITIVE_INFINITY) <= rising)
      .map(({ key, activeConn, life }) => ({
        about: key,
        body: {
          code: 'quiesced-by-reused-ports',
          destination: key,
          figures: { activeConn, lower: life.leastActive },
        },
        remedies: [{ kind: 'sysctls', values: { conn_reuse_mode: 1, expire_nodest_conn: 1 } }],
      }));
  },
};
