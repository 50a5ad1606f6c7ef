import { isDrain } from '../../domain/overlay/overlay.ts';
import type { Intent } from '../../domain/wire/intent.ts';

/**
 * An intent as agents of before `wholeIntentCapability` understand it.
 *
 * They refuse an intent with a field that they don't know, whole. So they get what they can do of it: drains give
 * weight 0, and nothing is checked or guarded there.
 */
export function forOlderAgent({ definition, overlays, ...rest }: Intent): object {
  const { guard: _, ...settings } = definition.settings;
  return {
    ...rest,
    definition: {
      settings,
      realServers: definition.realServers.map(({ name, addresses }) => ({ name, addresses })),
      services: definition.services.map(({ check: __, ...service }) => service),
    },
    overlays: overlays
      .filter(isDrain)
      .map(({ id, kind, target, reason, by, since }) => ({ id, kind, target, reason, by, since })),
  };
}
