import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import { isDrain } from '../../../domain/overlay/overlay.ts';
import type { DrainAction } from '../drain/drain-request.ts';
import { isOperators } from '../drain/is-operators.ts';

/** Why a destination can't be drained or returned here; null when it can. */
export function whyNot(
  row: Pick<DestinationRow, 'writtenWeight' | 'outBy'>,
  action: DrainAction,
): 'notDefined' | 'alreadyOut' | 'byRelease' | 'notOut' | null {
  if (row.writtenWeight === null) return 'notDefined';
  const own = row.outBy.filter(isOperators);
  if (action === 'drain') return own.some(({ target }) => target.kind === 'destination') ? 'alreadyOut' : null;
  if (own.length > 0) return null;
  return row.outBy.some(isDrain) ? 'byRelease' : 'notOut';
}

/** The rows among these that can be drained, or returned. */
export const drainableRows = (rows: readonly DestinationRow[], action: DrainAction): readonly DestinationRow[] =>
  rows.filter((row) => whyNot(row, action) === null);
