import type { Change } from '../../domain/definition/change.ts';
import type { Definition } from '../../domain/definition/definition.ts';
import { destinationKeyText } from '../../domain/lvs/destination-key.ts';
import { serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { AskedChange } from '../../domain/revision/asked-change.ts';

/** What the audit log tells of a change: the part that it is about, before and after it. */
export interface ChangedPart {
  readonly resource: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** `change` is what was asked, with its definition where going back was asked. */
export function changedPart(before: Definition, asked: AskedChange, change: Change): ChangedPart {
  const part = partOf(before, change);
  return asked.kind === 'go-back' ? { ...part, resource: `revision ${asked.revision}` } : part;
}

function partOf(before: Definition, change: Change): ChangedPart {
  const serviceOf = (key: string) => before.services.find((service) => serviceKeyText(service.key) === key) ?? null;
  const destinationOf = (service: string, key: string) =>
    serviceOf(service)?.destinations.find((destination) => destinationKeyText(destination) === key) ?? null;
  switch (change.kind) {
    case 'add-service':
      return { resource: serviceKeyText(change.service.key), before: null, after: change.service };
    case 'edit-service':
      return { resource: change.key, before: serviceOf(change.key), after: change.service };
    case 'remove-service':
      return { resource: change.key, before: serviceOf(change.key), after: null };
    case 'add-destination':
      return {
        resource: `${change.service} ${destinationKeyText(change.destination)}`,
        before: null,
        after: change.destination,
      };
    case 'edit-destination':
      return {
        resource: `${change.service} ${change.key}`,
        before: destinationOf(change.service, change.key),
        after: change.destination,
      };
    case 'remove-destination':
      return {
        resource: `${change.service} ${change.key}`,
        before: destinationOf(change.service, change.key),
        after: null,
      };
    case 'name-real-servers':
      return { resource: null, before: before.realServers, after: change.realServers };
    case 'set-settings':
      return { resource: 'settings', before: before.settings, after: change.settings };
    case 'several':
      return severalParts(change.changes.map((one) => partOf(before, one)));
    case 'replace':
      // Both whole definitions are in their revisions; the log keeps what a reader can take in.
      return { resource: null, before: keysOf(before), after: keysOf(change.definition) };
  }
}

/** Of changes that were made together. */
const severalParts = (parts: readonly ChangedPart[]): ChangedPart => ({
  resource: parts.flatMap((part) => part.resource ?? []).join(', '),
  before: parts.map((part) => part.before),
  after: parts.map((part) => part.after),
});

const keysOf = (definition: Definition) => ({
  realServers: definition.realServers.map((server) => server.name),
  services: definition.services.map((service) => serviceKeyText(service.key)),
});
