import type { RealServerRow } from '../../../domain/display/views.ts';
import type { DrainTarget } from '../../../domain/overlay/overlay.ts';
import type { DrainAction } from '../drain/drain-request.ts';
import { isOperators } from '../drain/is-operators.ts';

/**
 * What a drain or a return of a real server is laid over; nothing when there is nothing to do.
 *
 * A return ends every drain that people laid on it, on the machine and on single destinations.
 */
export function realServerTargets(
  { name, outBy }: Pick<RealServerRow, 'name' | 'outBy'>,
  action: DrainAction,
): readonly DrainTarget[] {
  const own = outBy.filter(isOperators).map(({ target }) => target);
  if (action === 'return') return own;
  return own.some(({ kind }) => kind === 'real-server') ? [] : [{ kind: 'real-server', name }];
}
