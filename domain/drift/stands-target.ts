import { isTimeout } from '../definition/flat-settings.ts';
import type { Stands } from './accepted-drift.ts';

/** The place of what stands as `stepTarget` names it. */
export function standsTarget(stands: Stands): string {
  switch (stands.what) {
    case 'service':
      return stands.service;
    case 'destination':
      return `${stands.service} ${stands.destination}`;
    case 'setting':
      if (isTimeout(stands.name)) return 'timeouts';
      return `net.ipv4.vs.${stands.name === 'sync_period' ? 'sync_threshold' : stands.name}`;
  }
}
