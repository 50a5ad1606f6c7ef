import type { Definition } from './definition.ts';
import type { DifferenceRow } from './difference-row.ts';
import { realServerRows } from './real-server-difference.ts';
import { serviceDifferenceRows } from './service-difference.ts';
import { settingRows } from './setting-difference.ts';

/** What one definition says otherwise than another. */
export interface DefinitionDifference {
  /**
   * Services in the order of the newer definition with their destinations behind them, then the removed ones, real
   * servers, settings. Empty exactly when both definitions mean the same: order, and what is left out, mean nothing.
   */
  readonly rows: readonly DifferenceRow[];
  readonly counts: DifferenceCounts;
  readonly settingsChanged: boolean;
}

/** Services that came, went, or have something else inside. */
export interface DifferenceCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What `after` says otherwise than `before`. */
export function definitionDifference(before: Definition, after: Definition): DefinitionDifference {
  const services = serviceDifferenceRows(before, after);
  const settings = settingRows(before.settings, after.settings);
  const of = (kind: DifferenceRow['kind']) =>
    services.filter((row) => row.what === 'service' && row.kind === kind).length;
  const touched = new Set(services.map((row) => row.service));
  return {
    rows: [...services, ...realServerRows(before.realServers, after.realServers), ...settings],
    counts: { added: of('added'), changed: touched.size - of('added') - of('removed'), removed: of('removed') },
    settingsChanged: settings.length > 0,
  };
}
