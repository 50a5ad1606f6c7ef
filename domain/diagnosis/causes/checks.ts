import type { Health } from '../../checks/health.ts';
import { placeText } from '../../checks/out-by-health.ts';
import type { ServiceCause } from '../cause.ts';
import type { RowSight, ServiceSight } from '../sight.ts';

/** What a destination's check says on this director; undefined where it isn't checked. */
export const healthOfRow = ({ key, record }: ServiceSight, row: RowSight): Health | undefined =>
  row.desired?.isChecked ? record.health.get(placeText(key, row.key)) : undefined;

interface Checked {
  readonly failing: readonly RowSight[];
  /** Failing ones that the guard keeps in service. */
  readonly kept: number;
  /** Destinations with a verdict that nobody took out. */
  readonly checked: number;
}

/** The checked destinations that people want to serve: what is drained anyway is no news. */
function checkedRows(sight: ServiceSight): Checked {
  const wanted = sight.rows.filter(({ desired }) => desired && desired.outBy.length === 0 && desired.writtenWeight > 0);
  const judged = wanted.filter((row) => (healthOfRow(sight, row)?.verdict ?? 'unchecked') !== 'unchecked');
  const failing = judged.filter((row) => healthOfRow(sight, row)?.verdict === 'failing');
  const kept = failing.filter(({ desired }) => !desired?.outByHealth).length;
  return { failing, kept, checked: judged.length };
}

const figuresOf = ({ failing, kept, checked }: Checked) => ({ failing: failing.length, kept, checked });

/** Every check fails: the last ones are kept in service, as the check may be wrong itself. */
export const allChecksFail: ServiceCause = {
  ...{ code: 'all-checks-fail', severity: 'critical', dependsOn: ['unreachable'], showAfter: 0 },
  detect: (sight) => {
    const rows = checkedRows(sight);
    if (rows.checked === 0 || rows.failing.length < rows.checked) return [];
    return [{ body: { code: 'all-checks-fail', destination: null, figures: figuresOf(rows) } }];
  },
};

/** More fail than the guard lets out. A moment of it is how one comes back while another goes. */
export const guardKeepsFailing: ServiceCause = {
  code: 'guard-keeps-failing',
  severity: 'warning',
  dependsOn: ['unreachable', 'all-checks-fail'],
  showAfter: 3,
  detect: (sight) => {
    const rows = checkedRows(sight);
    if (rows.kept === 0) return [];
    return [{ body: { code: 'guard-keeps-failing', destination: null, figures: figuresOf(rows) } }];
  },
};

/** Some checks fail, and their destinations are out. */
export const checkFails: ServiceCause = {
  code: 'check-fails',
  severity: 'warning',
  dependsOn: ['unreachable', 'all-checks-fail', 'guard-keeps-failing', 'flapping'],
  showAfter: 0,
  detect: (sight) => {
    const rows = checkedRows(sight);
    const [first] = rows.failing;
    if (!first) return [];
    return [{ body: { code: 'check-fails', destination: first.key, figures: figuresOf(rows) } }];
  },
};
