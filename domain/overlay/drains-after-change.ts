import type { Change } from '../definition/change.ts';
import type { Definition } from '../definition/definition.ts';
import { realServerNames } from '../definition/real-server.ts';
import { type DesiredDestination, type DesiredTable, desiredTable } from '../desired/desired-table.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import { isDrain, type Overlay } from './overlay.ts';

/** What becomes of the drains when the definition under them changes. */
export interface DrainsAfterChange {
  readonly kept: readonly Overlay[];
  /** Drains of what is defined no more. */
  readonly ended: readonly Overlay[];
  /** Destinations, as `service destination`, that are out now and would serve again without anybody having said so. */
  readonly lost: readonly string[];
}

export function drainsAfterChange(
  before: Definition,
  after: Definition,
  overlays: readonly Overlay[],
  change: Change,
): DrainsAfterChange {
  const becomes = desiredTable(after, overlays);
  const names = new Set(realServerNames(after));
  const stands = ({ target }: Overlay): boolean =>
    target.kind === 'real-server' ? names.has(target.name) : find(becomes, target.service, target.destination) !== null;
  return {
    kept: overlays.filter(stands),
    ended: overlays.filter((overlay) => !stands(overlay)),
    lost: lostIn(desiredTable(before, overlays), becomes, change),
  };
}

function lostIn(was: DesiredTable, becomes: DesiredTable, change: Change): string[] {
  const lost: string[] = [];
  for (const service of was.services) {
    const key = serviceKeyText(service.key);
    for (const destination of [...service.destinations, ...service.cut]) {
      if (!isOut(destination)) continue;
      const at = destinationKeyText(destination);
      const moved = movedTo(change, key, at);
      const now = find(becomes, moved.service, moved.destination);
      if (now && !isOut(now)) lost.push(`${key} ${at}`);
    }
  }
  return lost;
}

/** Where an edit of its service's or its own key puts a destination. */
function movedTo(change: Change, service: ServiceKeyText, destination: string) {
  if (change.kind === 'edit-service' && change.key === service)
    return { service: serviceKeyText(change.service.key), destination };
  if (change.kind === 'edit-destination' && change.service === service && change.key === destination)
    return { service, destination: destinationKeyText(change.destination) as string };
  return { service, destination };
}

const isOut = ({ outBy }: DesiredDestination): boolean => outBy.some(isDrain);

function find(table: DesiredTable, key: ServiceKeyText, destination: string): DesiredDestination | null {
  const service = table.services.find((other) => serviceKeyText(other.key) === key);
  if (!service) return null;
  return [...service.destinations, ...service.cut].find((other) => destinationKeyText(other) === destination) ?? null;
}
