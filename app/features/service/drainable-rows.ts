import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import type { DrainAction } from '../drain/drain-request.ts';

/** Why a destination can't be drained or returned here; null when it can. */
export function whyNot(
  row: Pick<DestinationRow, 'writtenWeight' | 'outBy'>,
  action: DrainAction,
): 'notDefined' | 'alreadyOut' | 'byRealServer' | 'notOut' | null {
  if (row.writtenWeight === null) return 'notDefined';
  const own = row.outBy.some((overlay) => overlay.target.kind === 'destination');
  if (action === 'drain') return own ? 'alreadyOut' : null;
  if (own) return null;
  return row.outBy.length > 0 ? 'byRealServer' : 'notOut';
}

/** The rows among these that can be drained, or returned. */
export const drainableRows = (rows: readonly DestinationRow[], action: DrainAction): readonly DestinationRow[] =>
  rows.filter((row) => whyNot(row, action) === null);
