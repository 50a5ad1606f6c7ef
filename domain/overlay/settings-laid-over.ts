import type { Settings } from '../definition/settings.ts';
import { isDrain, type Overlay } from './overlay.ts';

/** The setting that makes a director end the persistence templates of destinations without weight. */
export const endsTemplates = 'expire_quiescent_template';

export const sendsElsewhere = (overlay: Overlay): boolean => isDrain(overlay) && overlay.mode === 'elsewhere';

/** Whether a definition says what `expire_quiescent_template` is to be, and so what it goes back to after a drain. */
export const statesTemplates = ({ sysctls }: Settings): boolean => sysctls[endsTemplates] !== undefined;

/**
 * The settings while drains stand: 1 lies over `expire_quiescent_template` while one of them sends clients elsewhere.
 *
 * Where the definition leaves that setting to the kernel nothing lies over it: there would be no value to go back to.
 */
export function settingsLaidOver(settings: Settings, overlays: readonly Overlay[]): Settings {
  if (!statesTemplates(settings) || !overlays.some(sendsElsewhere)) return settings;
  return { ...settings, sysctls: { ...settings.sysctls, [endsTemplates]: 1 } };
}
