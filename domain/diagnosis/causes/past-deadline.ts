import { drainAt } from '../../drains/drain-at.ts';
import { destinationKeyText } from '../../lvs/destination-key.ts';
import { serviceKeyText } from '../../lvs/service-key.ts';
import { isDrain } from '../../overlay/overlay.ts';
import type { DirectorCause } from '../cause.ts';

/** Connections or clients are left at the deadline of a drain, and people are to say what becomes of them. */
export const drainPastDeadline: DirectorCause = {
  ...{ code: 'drain-past-deadline', severity: 'warning', dependsOn: ['unreachable'], showAfter: 0 },
  detect: ({ standing }) =>
    standing.desired.table.services.flatMap((service) =>
      service.destinations.flatMap((destination) => {
        const drains = destination.outBy.filter(isDrain);
        if (drains.every(({ deadline }) => deadline === null)) return [];
        const [serviceKey, key] = [serviceKeyText(service.key), destinationKeyText(destination)];
        const drain = drainAt(standing, { service, serviceKey, destination, key });
        if (drain?.phase !== 'past-deadline') return [];
        const body = { code: 'drain-past-deadline' as const, destination: key, drain, drains };
        return [{ about: key, service: serviceKey, body }];
      }),
    ),
};
