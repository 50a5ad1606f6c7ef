import { desiredByDirector } from '../display/desired-of.ts';
import type { ClusterRecord, DirectorRecord } from '../display/records.ts';
import { standingOf } from '../display/standing.ts';
import { directorCauses, serviceCauses } from './catalogue.ts';
import type { Cause, Detected } from './cause.ts';
import type { Finding } from './finding.ts';
import { type DirectorSight, type ServiceSight, serviceSight } from './sight.ts';

/**
 * What is wrong on a director at `at` (milliseconds since 1970 on the console's clock), as the catalogue has it.
 *
 * Asked once a second: what must hold for some seconds is remembered in the director's memory. A cause silences its
 * consequences, also while it has not held long enough to be said itself.
 */
export function diagnose(cluster: ClusterRecord, record: DirectorRecord, at: number): Finding[] {
  const standing = standingOf(desiredByDirector(cluster)(record), record, at);
  if (record.lastSeen === null) return [];
  record.memory.vips.take(record.facts, at);
  record.memory.drains.follow();
  // What rests on an observation isn't even looked for on a director that is not heard.
  const heard = standing.head.state !== 'unreachable';
  const services = heard
    ? standing.desired.table.services.flatMap((one) => serviceSight(cluster, record, one) ?? [])
    : [];
  const sight: DirectorSight = { cluster, record, standing, at, services };
  const found = [
    ...directorCauses.flatMap((cause) => detections(cause, sight, null)),
    ...services.flatMap((service) => serviceCauses.flatMap((cause) => detections(cause, service, service.key))),
  ];
  const since = record.memory.hold(
    found.map((one) => idOf(one, record.name)),
    at,
  );
  const there = new Set(found.map(({ cause, service }) => `${cause.code} ${service ?? ''}`));
  const isSilenced = ({ cause, service }: Found) =>
    cause.dependsOn.some((code) => there.has(`${code} `) || there.has(`${code} ${service ?? ''}`));
  const spoken = found.filter((one) => !isSilenced(one));
  return spoken.flatMap((one): Finding[] => {
    const id = idOf(one, record.name);
    const began = since.get(id) ?? at;
    if (at - began < one.cause.showAfter * 1000) return [];
    const { cause, detected, service } = one;
    const { remedies = [], body } = detected;
    return [{ id, severity: cause.severity, director: record.name, service, since: began, remedies, ...body }];
  });
}

interface Found {
  readonly cause: Pick<Cause<never>, 'code' | 'severity' | 'dependsOn' | 'showAfter'>;
  readonly detected: Detected;
  readonly service: ServiceSight['key'] | null;
}

const detections = <Sight>(cause: Cause<Sight>, sight: Sight, service: Found['service']): Found[] =>
  cause.detect(sight).map((detected) => ({ cause, detected, service: service ?? detected.service ?? null }));

const idOf = ({ cause, detected, service }: Found, director: string): string =>
  [cause.code, director, service ?? '', detected.about ?? ''].filter((part) => part !== '').join(' ');
