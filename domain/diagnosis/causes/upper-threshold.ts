import type { ServiceCause } from '../cause.ts';
import { type RowSight, totalRise } from '../sight.ts';

/**
 * Seconds for which it was full a moment ago, where it is below again: one that is full most of the time takes some
 * connections as others end, and is full again.
 */
const stillFull = 60;

/** New connections that are due by its share: that none of so many came is no chance (e⁻¹⁵). */
const due = 15;

/**
 * A destination at its upper threshold takes nothing more until it is below the lower one (`ip_vs_bind_dest` and
 * `ip_vs_unbind_dest` of ip_vs_conn.c: below three quarters of the upper one where the lower one is 0).
 *
 * The kernel tells nobody that it is overloaded: it shows in that the others get connections and it gets none.
 */
export const upperThreshold: ServiceCause = {
  code: 'upper-threshold',
  severity: 'warning',
  dependsOn: ['unreachable', 'return-path-masquerading', 'return-path-direct'],
  showAfter: 3,
  detect: ({ serving }) =>
    serving
      .filter((row) => isOverloaded(row, serving))
      .map((row) => {
        const { upperThreshold: upper, lowerThreshold: lower } = row.destination;
        const { activeConn, inactConn } = row;
        const raised = Math.max(upper * 2, activeConn + inactConn + 1);
        return {
          about: row.key,
          body: { code: 'upper-threshold', destination: row.key, figures: { activeConn, inactConn, upper, lower } },
          remedies: [
            { kind: 'thresholds', destination: row.key, upper: raised, lower: Math.floor(raised * 0.9) },
            { kind: 'thresholds', destination: row.key, upper: 0, lower: 0 },
          ],
        };
      }),
};

function isOverloaded(row: RowSight, serving: readonly RowSight[]): boolean {
  const { upperThreshold: upper, lowerThreshold: lower } = row.destination;
  const connections = row.activeConn + row.inactConn;
  if (upper === 0) return false;
  if (row.fullFor !== null && row.fullFor <= stillFull) return true;
  const stillOver = lower > 0 ? connections >= lower : connections * 4 >= upper * 3;
  return stillOver && row.rise?.conns === 0 && totalRise(serving, 'conns') * row.expected >= due;
}
