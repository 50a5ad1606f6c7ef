import type { DesiredDestination, DesiredService } from '../desired/desired-table.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { schedulers } from '../lvs/scheduler.ts';
import { isTooOldFor, schedulerSince } from '../lvs/scheduler-support.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import { numberOf } from '../observation/history.ts';
import type { Desired } from './desired-of.ts';
import type { Effect } from './preview.ts';
import type { DirectorRecord } from './records.ts';

/** What a change means for the connections that one director has now, and what its kernel is too old for. */
export const effectsOf = (record: DirectorRecord, before: Desired, after: Desired): Effect[] => [
  ...tooOld(record, before, after),
  ...onConnections(record, before, after),
];

function tooOld(record: DirectorRecord, before: Desired, after: Desired): Effect[] {
  const kernel = record.facts?.kernel;
  if (!kernel) return [];
  return [...after.byKey].flatMap(([service, { scheduler }]): Effect[] => {
    if (before.byKey.get(service)?.scheduler === scheduler) return [];
    const named = schedulers.find((one) => one === scheduler);
    const since = named && isTooOldFor(kernel, named) ? schedulerSince(named) : null;
    return since ? [{ kind: 'scheduler-too-old', director: record.name, service, scheduler, kernel, since }] : [];
  });
}

function onConnections(record: DirectorRecord, before: Desired, after: Desired): Effect[] {
  return [...before.byKey].flatMap(([key, service]) => {
    const next = after.byKey.get(key);
    const destinations = service.destinations.flatMap((was) => {
      const text = destinationKeyText(was);
      const becomes = next?.destinations.find((to) => destinationKeyText(to) === text);
      if (!becomes) return lost(record, key, was);
      return was.weight > 0 && becomes.weight === 0 ? quiesced(record, service, becomes) : [];
    });
    const stops = next && serves(service) && !serves(next);
    const nothing: Effect[] = stops ? [{ kind: 'no-destination-serves', director: record.name, service: key }] : [];
    return [...nothing, ...destinations];
  });
}

const serves = (service: DesiredService): boolean => service.destinations.some((to) => to.weight > 0);

function gauges(record: DirectorRecord, service: ServiceKeyText, destination: DesiredDestination) {
  const { latest } = record.history;
  const key = destinationKeyText(destination);
  const number = (field: 'activeConn' | 'inactConn' | 'persistConn') =>
    (latest && numberOf(latest, service, key, field)) ?? 0;
  return { activeConn: number('activeConn'), inactConn: number('inactConn'), persistConn: number('persistConn') };
}

function lost(record: DirectorRecord, service: ServiceKeyText, was: DesiredDestination): Effect[] {
  const { activeConn, inactConn } = gauges(record, service, was);
  if (activeConn + inactConn === 0) return [];
  const destination = destinationKeyText(was);
  return [{ kind: 'connections-lost', director: record.name, service, destination, activeConn, inactConn }];
}

function quiesced(record: DirectorRecord, { key, persistence }: DesiredService, to: DesiredDestination): Effect[] {
  const service = serviceKeyText(key);
  const at = { director: record.name, service, destination: destinationKeyText(to) };
  const { activeConn, persistConn } = gauges(record, service, to);
  const effects: Effect[] = [{ kind: 'connections-stay', ...at, activeConn }];
  if (persistence) {
    const moves = record.facts?.sysctls.expire_quiescent_template === 1;
    effects.push(
      moves
        ? { kind: 'persistent-clients-move', ...at, persistConn }
        : { kind: 'persistent-clients-stay', ...at, persistConn, timeout: persistence.timeout },
    );
  }
  if (key.kind === 'address' && key.protocol === 'UDP')
    effects.push({ kind: 'udp-ages-out', ...at, timeout: record.facts?.timeouts.udp ?? 300 });
  return effects;
}
