import type { Definition } from '../definition/definition.ts';
import { realServerNamer } from '../definition/real-server.ts';
import type { Settings } from '../definition/settings.ts';
import type { DesiredTable } from '../desired/desired-table.ts';
import type { Address } from '../lvs/address.ts';
import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { KernelSettings } from '../lvs/sysctl.ts';
import type { Destination, IpvsTable, VirtualService } from '../lvs/table.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { type OverlaysByTarget, overlaysByTarget } from '../overlay/overlays-by-target.ts';
import type { Plan } from '../plan/plan.ts';
import type { KernelState } from '../plan/plan-changes.ts';

/** All that a director's drift is worked out from. */
export interface DriftSources {
  /** What the desired table was made of. */
  readonly definition: Definition;
  readonly overlays: readonly Overlay[];
  readonly desired: DesiredTable;
  /** What the last apply on the director left; null when it is not known. */
  readonly lastApplied: DesiredTable | null;
  readonly kernel: KernelState;
  /** From the kernel to the desired table. */
  readonly plan: Plan;
}

/** A director's drift sources with their look-ups. */
export interface DriftPlaces {
  /** The operators' table, without what lies over it. */
  readonly defined: SetPlaces;
  readonly desired: SetPlaces;
  readonly applied: SetPlaces | null;
  readonly kernel: TablePlaces & { readonly settings: KernelSettings | null };
  readonly reasons: OverlaysByTarget;
  readonly nameOf: (address: Address) => string;
}

export interface TablePlaces {
  service(key: ServiceKeyText): VirtualService | null;
  destination(service: ServiceKeyText, key: DestinationKeyText): Destination | null;
}

/** A table's places with how the kernel under it is to be set. */
export interface SetPlaces extends TablePlaces {
  readonly settings: Settings;
}

export function driftPlaces({ definition, overlays, desired, lastApplied, kernel }: DriftSources): DriftPlaces {
  return {
    defined: setPlaces(definition),
    desired: setPlaces(desired),
    applied: lastApplied && setPlaces(lastApplied),
    kernel: { ...tablePlaces(kernel), settings: kernel.settings },
    reasons: overlaysByTarget(overlays),
    nameOf: realServerNamer(definition),
  };
}

const setPlaces = (table: IpvsTable & { readonly settings: Settings }): SetPlaces => ({
  ...tablePlaces(table),
  settings: table.settings,
});

function tablePlaces({ services }: IpvsTable): TablePlaces {
  const byKey = new Map(services.map((service) => [serviceKeyText(service.key), service]));
  const byPlace = new Map(
    services.flatMap(({ key, destinations }) => {
      const text = serviceKeyText(key);
      return destinations.map((to) => [`${text} ${destinationKeyText(to)}`, to] as const);
    }),
  );
  return {
    service: (key) => byKey.get(key) ?? null,
    destination: (service, key) => byPlace.get(`${service} ${key}`) ?? null,
  };
}
