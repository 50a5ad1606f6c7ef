import { sameSysctl } from '../lvs/sysctl.ts';
import type { Stands } from './accepted-drift.ts';
import { overWeight } from './destination-drift.ts';
import type { DriftPlaces } from './drift-sources.ts';
import { sameDestination, sameService } from './same-config.ts';
import { settingIn } from './setting-drift.ts';

/**
 * Whether a definition still is what an accepted drift lies over, and the kernel still has what was accepted.
 *
 * Under a drain or a ramp the kernel's weight is theirs, and what is cut has nothing to be seen.
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
      const written = defined.destination(service, destination);
      const here = kernel.destination(service, destination);
      const at = here ?? written;
      const over = at && overWeight(service, destination, at, { defined, kernel, ...places });
      const isTheirs = over?.isCut ? here === null : here !== null && over?.weight === here.weight;
      const now = isTheirs && stands.stands ? { ...(here ?? stands.stands), weight: stands.stands.weight } : here;
      return sameDestination(stands.over, written) && sameDestination(stands.stands, now);
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
