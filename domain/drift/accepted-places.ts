import type { SettingName } from '../definition/flat-settings.ts';
import { flatSettings, settingsFrom } from '../definition/flat-settings.ts';
import type { Settings } from '../definition/settings.ts';
import { type DestinationKey, type DestinationKeyText, parseDestinationKey } from '../lvs/destination-key.ts';
import { parseServiceKey, type ServiceKey, type ServiceKeyText } from '../lvs/service-key.ts';
import type { Destination, DestinationConfig, ServiceConfig } from '../lvs/table.ts';
import type { AcceptedDrift, DestinationStands, ServiceStands, SettingStands } from './accepted-drift.ts';
import { sameDestination, sameService } from './same-config.ts';

/**
 * What is to stand at each place of a table, by what people decided to leave.
 *
 * An accepted drift counts only as long as the definition is at that place what it was when it was accepted.
 */
export class AcceptedPlaces {
  readonly #services: ReadonlyMap<ServiceKeyText, ServiceStands[]>;
  readonly #destinations: ReadonlyMap<ServiceKeyText, DestinationStands[]>;
  readonly #settings: readonly SettingStands[];

  constructor(accepted: readonly AcceptedDrift[]) {
    const all = accepted.map(({ stands }) => stands);
    const service = all.filter((one) => one.what === 'service');
    const destination = all.filter((one) => one.what === 'destination');
    this.#services = Map.groupBy(service, (one) => one.service);
    this.#destinations = Map.groupBy(destination, (one) => one.service);
    this.#settings = all.filter((one) => one.what === 'setting');
  }

  /** A service's configuration where the definition has `defined`; null where it is to be missing. */
  service(key: ServiceKeyText, defined: ServiceConfig | null): ServiceConfig | null {
    const holding = this.#services.get(key)?.findLast(({ over }) => sameService(over, defined));
    return holding ? holding.stands : defined;
  }

  /** Services that stand although the definition, whose keys `defined` has, knows nothing of them. */
  extraServices(defined: ReadonlySet<ServiceKeyText>): [ServiceKey, ServiceConfig][] {
    return [...this.#services.keys()].flatMap((text): [ServiceKey, ServiceConfig][] => {
      const stands = defined.has(text) ? null : this.service(text, null);
      const key = parseServiceKey(text);
      return stands && key.ok ? [[key.value, stands]] : [];
    });
  }

  /** Whether anything was accepted inside of a service: if not, it is as defined. */
  hasDestinationsIn(service: ServiceKeyText): boolean {
    return this.#destinations.has(service);
  }

  /** A destination's configuration where the definition has `defined`; null where it is to be missing. */
  destination<T extends DestinationConfig>(
    service: ServiceKeyText,
    key: DestinationKeyText,
    defined: T | null,
  ): T | DestinationConfig | null {
    const holding = this.#destinations
      .get(service)
      ?.findLast(({ destination, over }) => destination === key && sameDestination(over, defined));
    return holding ? holding.stands : defined;
  }

  /** Destinations of a service that stand although the definition, whose keys `defined` has, knows nothing of them. */
  extraDestinations(service: ServiceKeyText, defined: ReadonlySet<DestinationKeyText>): Destination[] {
    const texts = new Set(this.#destinations.get(service)?.map(({ destination }) => destination));
    return [...texts].flatMap((text): Destination[] => {
      const stands = defined.has(text) ? null : this.destination(service, text, null);
      const key = parseDestinationKey(text);
      return stands && key.ok ? [{ ...stands, ...addressOf(key.value) }] : [];
    });
  }

  settings(defined: Settings): Settings {
    if (this.#settings.length === 0) return defined;
    const flat = new Map(flatSettings(defined));
    const now = flatSettings(defined);
    for (const { name, over, stands } of this.#settings)
      if (now.get(name as SettingName) === over) flat.set(name as SettingName, stands);
    return settingsFrom(flat);
  }
}

const addressOf = ({ address, port }: DestinationKey) => ({ address, port });
