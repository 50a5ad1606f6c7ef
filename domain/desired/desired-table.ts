import type { Definition } from '../definition/definition.ts';
import { realServerNamer } from '../definition/real-server.ts';
import type { ServiceDefinition } from '../definition/service-definition.ts';
import type { Settings } from '../definition/settings.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { Destination, VirtualService } from '../lvs/table.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { tunnelOf } from '../plan/differences.ts';

/** The table a director should have, with what each number came from, and how it should be set. */
export interface DesiredTable {
  readonly settings: Settings;
  readonly services: readonly DesiredService[];
}

export interface DesiredService extends VirtualService {
  readonly name: string;
  readonly destinations: readonly DesiredDestination[];
}

export interface DesiredDestination extends Destination {
  /** Its real server's name, or its address where it has none. */
  readonly realServer: string;
  /** The operator's weight; `weight` is the effective one. */
  readonly writtenWeight: number;
  /** Why the destination is out, each independent of the others; empty when it serves by its written weight. */
  readonly outBy: readonly Overlay[];
}

/**
 * The table a director should have now: the definition with its overlays on top.
 *
 * A drain is an overlay, never an edit. The operator's weight stays as written, so ending a drain is removing the
 * overlay, not remembering a number.
 */
export function desiredTable(definition: Definition, overlays: readonly Overlay[]): DesiredTable {
  const nameOf = realServerNamer(definition);
  const reasons = overlaysByTarget(overlays);
  return {
    settings: definition.settings,
    services: definition.services.map((service) => desiredService(service, nameOf, reasons)),
  };
}

function desiredService(
  service: ServiceDefinition,
  nameOf: ReturnType<typeof realServerNamer>,
  reasons: OverlaysByTarget,
): DesiredService {
  const key = serviceKeyText(service.key);
  return {
    name: service.name,
    key: service.key,
    scheduler: service.scheduler,
    schedulerFlags: service.schedulerFlags,
    onePacket: service.onePacket,
    persistence: service.persistence,
    persistenceEngine: service.persistenceEngine,
    destinations: service.destinations.map((destination) => {
      const realServer = nameOf(destination.address);
      const outBy = reasons.of(key, destinationKeyText(destination), realServer);
      return {
        address: destination.address,
        port: destination.port,
        forwarding: destination.forwarding,
        upperThreshold: destination.upperThreshold,
        lowerThreshold: destination.lowerThreshold,
        tunnel: tunnelOf(destination),
        realServer,
        writtenWeight: destination.weight,
        weight: outBy.length > 0 ? 0 : destination.weight,
        outBy,
      };
    }),
  };
}

interface OverlaysByTarget {
  of(service: ServiceKeyText, destination: string, realServer: string): readonly Overlay[];
}

function overlaysByTarget(overlays: readonly Overlay[]): OverlaysByTarget {
  const byTarget = new Map<string, Overlay[]>();
  for (const overlay of overlays) {
    const { target } = overlay;
    const text = target.kind === 'real-server' ? target.name : `${target.service} ${target.destination}`;
    byTarget.set(text, [...(byTarget.get(text) ?? []), overlay]);
  }
  return {
    of: (service, destination, realServer) => [
      ...(byTarget.get(realServer) ?? []),
      ...(byTarget.get(`${service} ${destination}`) ?? []),
    ],
  };
}
