import type { StatedSysctl } from '../../domain/display/drain-preview.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import type { Wanted } from '../live/live-cluster.ts';

/** What is wanted with these overlays, as the next revision where that has to state a setting. */
export function nextWith(
  { revision, definition, takeOver }: Wanted,
  overlays: readonly Overlay[],
  states: StatedSysctl | null,
): Omit<Wanted, 'generation'> {
  const next = { revision, definition, takeOver, overlays, only: null };
  if (!states) return next;
  const sysctls = { ...definition.settings.sysctls, [states.sysctl]: states.value };
  const settings = { ...definition.settings, sysctls };
  return { ...next, revision: revision + 1, definition: { ...definition, settings } };
}
