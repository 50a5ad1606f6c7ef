import { nobodyOut, type OutByHealth, placeText } from '../checks/out-by-health.ts';
import type { Definition } from '../definition/definition.ts';
import { realServerNamer } from '../definition/real-server.ts';
import type { Settings } from '../definition/settings.ts';
import type { AcceptedDrift } from '../drift/accepted-drift.ts';
import { AcceptedPlaces } from '../drift/accepted-places.ts';
import type { Address } from '../lvs/address.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKey, type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { Destination, ServiceConfig, VirtualService } from '../lvs/table.ts';
import { laidOver } from '../overlay/laid-over.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { type OverlaysByTarget, overlaysByTarget } from '../overlay/overlays-by-target.ts';
import { settingsLaidOver } from '../overlay/settings-laid-over.ts';
import { plainConfig, tunnelOf } from '../plan/differences.ts';
import { testServices } from './test-services.ts';

/** The table a director should have, with what each number came from, and how it should be set. */
export interface DesiredTable {
  readonly settings: Settings;
  readonly services: readonly DesiredService[];
}

export interface DesiredService extends VirtualService {
  /** Its key's text where the definition doesn't know it. */
  readonly name: string;
  readonly destinations: readonly DesiredDestination[];
  /** Defined destinations that are not to be there now, because a drain cuts them; their weight is 0. */
  readonly cut: readonly DesiredDestination[];
}

export interface DesiredDestination extends Destination {
  /** Its real server's name, or its address where it has none. */
  readonly realServer: string;
  /** The operator's weight, or what stands where nobody wrote one; `weight` is the effective one. */
  readonly writtenWeight: number;
  /** Why it is out or has less weight, each independent of the others; empty when it serves by its written weight. */
  readonly outBy: readonly Overlay[];
  /** Whether its virtual service has a check. */
  readonly isChecked: boolean;
  /** Whether it has weight 0 because its check fails: one more reason, independent of the others. */
  readonly outByHealth: boolean;
}

/**
 * The table a director should have now: the definition with its overlays on top.
 *
 * A drain is an overlay, never an edit: it gives weight 0, or leaves the destination out where it cuts. The operator's weight stays as written, so ending a drain is removing the
 * overlay, not remembering a number. `accepted` are the hand edits on this one director that people left as they
 * stand; a drain wins over them. `outByHealth` are those that this one director's agent took out, which count where
 * the definition has a check.
 */
export function desiredTable(
  definition: Definition,
  overlays: readonly Overlay[],
  accepted: readonly AcceptedDrift[] = [],
  outByHealth: OutByHealth = nobodyOut,
): DesiredTable {
  const layers: Layers = {
    places: new AcceptedPlaces(accepted),
    reasons: overlaysByTarget(overlays),
    nameOf: realServerNamer(definition),
    checked: new Set(definition.services.flatMap((service) => (service.check ? serviceKeyText(service.key) : []))),
    outByHealth,
  };
  const keys = new Set(definition.services.map((service) => serviceKeyText(service.key)));
  const defined = definition.services.flatMap((service) => {
    const config = layers.places.service(serviceKeyText(service.key), plainConfig(service));
    return config ? desiredService(layers, service.name, service.key, config, service.destinations) : [];
  });
  const extra = layers.places
    .extraServices(keys)
    .map(([key, config]) => desiredService(layers, serviceKeyText(key), key, config, []));
  const taken = new Set([...keys, ...extra.map(({ key }) => serviceKeyText(key))]);
  const services = [...defined, ...extra, ...testServices(definition, overlays, taken)];
  return { settings: settingsLaidOver(layers.places.settings(definition.settings), overlays), services };
}

/** What lies over a definition. */
interface Layers {
  readonly places: AcceptedPlaces;
  readonly reasons: OverlaysByTarget;
  readonly nameOf: (address: Address) => string;
  readonly checked: ReadonlySet<ServiceKeyText>;
  readonly outByHealth: OutByHealth;
}

function desiredService(
  layers: Layers,
  name: string,
  key: ServiceKey,
  config: ServiceConfig,
  defined: readonly Destination[],
): DesiredService {
  const text = serviceKeyText(key);
  const all = layers.places.hasDestinationsIn(text)
    ? standingDestinations(layers, text, defined)
    : defined.map((to) => desiredDestination(layers, text, to, to.weight));
  const { cut = [], in: destinations = [] } = Object.groupBy(all, ({ outBy, weight }) =>
    outBy.length > 0 && laidOver(outBy, weight).isCut ? 'cut' : 'in',
  );
  return { name, key, ...config, destinations, cut };
}

function standingDestinations(
  layers: Layers,
  service: ServiceKeyText,
  defined: readonly Destination[],
): DesiredDestination[] {
  const keys = new Set(defined.map(destinationKeyText));
  return [
    ...defined.flatMap((to) => {
      const stands = layers.places.destination(service, destinationKeyText(to), to);
      return stands ? desiredDestination(layers, service, { ...to, ...stands }, to.weight) : [];
    }),
    ...layers.places.extraDestinations(service, keys).map((to) => desiredDestination(layers, service, to, to.weight)),
  ];
}

function desiredDestination(
  { reasons, nameOf, checked, outByHealth: out }: Layers,
  service: ServiceKeyText,
  to: Destination,
  writtenWeight: number,
): DesiredDestination {
  const realServer = nameOf(to.address);
  const isChecked = checked.has(service);
  const outByHealth = isChecked && out.has(placeText(service, destinationKeyText(to)));
  const outBy = reasons.of(service, destinationKeyText(to), realServer);
  return {
    address: to.address,
    port: to.port,
    forwarding: to.forwarding,
    upperThreshold: to.upperThreshold,
    lowerThreshold: to.lowerThreshold,
    tunnel: tunnelOf(to),
    realServer,
    writtenWeight,
    weight: outByHealth ? 0 : laidOver(outBy, to.weight).weight,
    outBy,
    isChecked,
    outByHealth,
  };
}
