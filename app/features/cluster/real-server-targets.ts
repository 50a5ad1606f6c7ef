import type { RealServerRow } from '../../../domain/display/views.ts';
import type { DrainTarget } from '../../../domain/overlay/overlay.ts';
import type { DrainAction } from '../drain/drain-request.ts';

/**
 * What a drain or a return of a real server is laid over; nothing when there is nothing to do.
 *
 * A return ends every drain that is on it, of the machine and of single destinations.
 */
export function realServerTargets(
  { name, outBy }: Pick<RealServerRow, 'name' | 'outBy'>,
  action: DrainAction,
): readonly DrainTarget[] {
  if (action === 'return') return outBy.map(({ target }) => target);
  return outBy.some(({ target }) => target.kind === 'real-server') ? [] : [{ kind: 'real-server', name }];
}
