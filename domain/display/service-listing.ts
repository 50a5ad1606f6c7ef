import { parseServiceKey, type ServiceKeyText } from '../lvs/service-key.ts';
import { columnHeads, destinationLine, serviceLine } from './listing-lines.ts';
import type { ServiceOnDirector } from './views.ts';

/**
 * A virtual service as `ipvsadm -Ln` prints it on a director; null where its kernel hasn't got it or is not known.
 *
 * Only what stands in that kernel, as it stands there: what is desired otherwise is left out.
 */
export function serviceListing(key: ServiceKeyText, on: ServiceOnDirector): string | null {
  const identity = parseServiceKey(key);
  if (!identity.ok || on.kernelConfig === null) return null;
  const lines = on.destinations.flatMap((row) =>
    row.kernelWeight === null || row.kernelForwarding === null
      ? []
      : destinationLine(row.key, row.kernelForwarding, row.kernelWeight, row.activeConn, row.inactConn),
  );
  return [...columnHeads, serviceLine(identity.value, on.kernelConfig), ...lines].join('\n');
}
