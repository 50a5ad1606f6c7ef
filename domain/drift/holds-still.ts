import { sameSysctl } from '../lvs/sysctl.ts';
import type { Stands } from './accepted-drift.ts';
import type { DriftPlaces } from './drift-sources.ts';
import { sameDestination, sameService } from './same-config.ts';
import { settingIn } from './setting-drift.ts';

/**
 * Whether a definition still is what an accepted drift lies over, and the kernel still has what was accepted.
 *
 * Under a drain the kernel's weight 0 is the drain's.
 */
export function holdsStill(stands: Stands, { defined, kernel, ...places }: DriftPlaces): boolean {
  switch (stands.what) {
    case 'service':
      return (
        sameService(stands.over, defined.service(stands.service)) &&
        sameService(stands.stands, kernel.service(stands.service))
      );
    case 'destination': {
      const { service, destination } = stands;
      const here = kernel.destination(service, destination);
      const drained =
        here?.weight === 0 && places.reasons.of(service, destination, places.nameOf(here.address)).length > 0;
      const now = here && drained && stands.stands ? { ...here, weight: stands.stands.weight } : here;
      return (
        sameDestination(stands.over, defined.destination(service, destination)) && sameDestination(stands.stands, now)
      );
    }
    case 'setting': {
      const now = settingIn(kernel.settings, stands.name);
      return (
        settingIn(defined.settings, stands.name) === stands.over &&
        now !== null &&
        sameSysctl(stands.name, now, stands.stands)
      );
    }
  }
}
