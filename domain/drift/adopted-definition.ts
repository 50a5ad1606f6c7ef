import type { Definition } from '../definition/definition.ts';
import type { ServiceDefinition } from '../definition/service-definition.ts';
import type { Settings } from '../definition/settings.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import { ok, type Result } from '../result.ts';
import type { Stands } from './accepted-drift.ts';
import type { OneChange } from './adopted.ts';
import { adoptedDestination } from './adopted-destination.ts';
import { adoptedService } from './adopted-service.ts';
import { adoptedSettings } from './adopted-settings.ts';

/** A definition that takes over, one after the other, what stands in a kernel. */
export class AdoptedDefinition {
  readonly #definition: Definition;
  /** The services that were touched, as they became; null for one that was removed. */
  readonly #services = new Map<ServiceKeyText, ServiceDefinition | null>();
  #settings: Settings;

  constructor(definition: Definition) {
    this.#definition = definition;
    this.#settings = definition.settings;
  }

  /** The change by which what stands at a place, and what goes with it, is defined; or the code of a refusal. */
  take(stands: Stands, also: readonly Stands[]): Result<OneChange> {
    if (stands.what === 'setting') return this.#takeSettings([stands, ...also]);
    const before = this.#service(stands.service);
    const adopted =
      stands.what === 'destination'
        ? adoptedDestination(before, stands)
        : adoptedService(
            before,
            stands,
            also.filter((place) => place.what === 'destination'),
            (wanted) => this.#freeName(wanted),
          );
    if (!adopted.ok) return adopted;
    this.#services.set(stands.service, adopted.value.becomes);
    return ok(adopted.value.change);
  }

  #takeSettings(stands: readonly Stands[]): Result<OneChange> {
    const settings = adoptedSettings(this.#settings, stands);
    if (!settings.ok) return settings;
    this.#settings = settings.value;
    return ok({ kind: 'set-settings', settings: settings.value });
  }

  #service(key: ServiceKeyText): ServiceDefinition | null {
    const touched = this.#services.get(key);
    if (touched !== undefined) return touched;
    return this.#definition.services.find((service) => serviceKeyText(service.key) === key) ?? null;
  }

  #freeName(wanted: string): string {
    const taken = new Set([...this.#definition.services, ...this.#services.values()].map((service) => service?.name));
    let name = wanted;
    for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${count}`;
    return name;
  }
}
