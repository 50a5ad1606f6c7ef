import type { Stands } from '../../../domain/drift/accepted-drift.ts';
import { parseServiceKey } from '../../../domain/lvs/service-key.ts';
import { ipvsadmConfigText, ipvsadmDestinationText } from '../../../domain/plan/ipvsadm-line.ts';

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
      return config && ipvsadmDestinationText(config);
    }
  }
}
