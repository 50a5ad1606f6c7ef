import { destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import type { IpvsTable, VirtualService } from '../lvs/table.ts';
import { ok, type Result, refused } from '../result.ts';
import type { TableAction } from './plan.ts';

/** The table after a step, or the errno that the kernel answers: EEXIST for a duplicate, ESRCH or ENOENT for none. */
export function tableAfter(table: IpvsTable, step: TableAction): Result<IpvsTable> {
  const key = serviceKeyText(step.service);
  const index = table.services.findIndex((service) => serviceKeyText(service.key) === key);
  const standing = table.services[index];
  if (step.action === 'add-service') {
    if (standing) return refused('EEXIST');
    return ok({ services: [...table.services, { key: step.service, ...step.config, destinations: [] }] });
  }
  if (!standing) return refused('ESRCH');
  const replaced = (...services: VirtualService[]): Result<IpvsTable> =>
    ok({ services: table.services.toSpliced(index, 1, ...services) });
  if (!('destination' in step)) {
    return 'config' in step ? replaced({ ...standing, ...step.config }) : replaced();
  }
  const destination = destinationKeyText(step.destination);
  const at = standing.destinations.findIndex((other) => destinationKeyText(other) === destination);
  if (step.action === 'add-destination' ? at >= 0 : at < 0) return refused(at >= 0 ? 'EEXIST' : 'ENOENT');
  const next = step.action === 'remove-destination' ? [] : [step.destination];
  const destinations = standing.destinations.toSpliced(
    at < 0 ? standing.destinations.length : at,
    at < 0 ? 0 : 1,
    ...next,
  );
  return replaced({ ...standing, destinations });
}
