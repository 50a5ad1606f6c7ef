import type { Stands } from '../../../domain/drift/accepted-drift.ts';
import { forwardingShortName } from '../../../domain/lvs/forwarding-method.ts';
import { parseServiceKey } from '../../../domain/lvs/service-key.ts';
import { ipvsadmConfigText } from '../../../domain/plan/ipvsadm-line.ts';

/** What stands at a place, or stood in the definition there, in ipvsadm's words; null for nothing. */
export function standsText(place: Stands, side: 'stands' | 'over'): string | null {
  switch (place.what) {
    case 'setting':
      return String(place[side]);
    case 'service': {
      const config = place[side];
      const key = parseServiceKey(place.service);
      return config && key.ok ? ipvsadmConfigText(key.value, config) : null;
    }
    case 'destination': {
      const config = place[side];
      if (!config) return null;
      const limits = config.upperThreshold > 0 ? ` thresholds ${config.upperThreshold}/${config.lowerThreshold}` : '';
      return `${forwardingShortName(config.forwarding)} weight ${config.weight}${limits}`;
    }
  }
}
