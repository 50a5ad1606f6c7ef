import type { Change } from '../../domain/definition/change.ts';
import type { Definition } from '../../domain/definition/definition.ts';
import { definitionDifference } from '../../domain/definition/difference.ts';
import { destinationKeyText } from '../../domain/lvs/destination-key.ts';
import { serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { AskedChange } from '../../domain/revision/asked-change.ts';

/** Places of a large change that the audit log tells of. */
const mostRows = 500;

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
      return { resource: null, ...differenceOf(before, change.definition) };
  }
}

/** Of changes that were made together. */
const severalParts = (parts: readonly ChangedPart[]): ChangedPart => ({
  resource: parts.flatMap((part) => part.resource ?? []).join(', '),
  before: parts.map((part) => part.before),
  after: parts.map((part) => part.after),
});

/**
 * Everything that one definition has otherwise than the other, by its name, as ipvsadm and people write it.
 *
 * Both whole definitions are in their revisions; of a change of thousands the log keeps the first, and how many more.
 */
function differenceOf(before: Definition, after: Definition): Pick<ChangedPart, 'before' | 'after'> {
  const { rows } = definitionDifference(before, after);
  const more = rows.length > mostRows ? { more: rows.length - mostRows } : {};
  const side = (of: 'before' | 'after') => ({
    ...Object.fromEntries(rows.slice(0, mostRows).flatMap((row) => (row[of] === null ? [] : [[row.id, row[of]]]))),
    ...more,
  });
  return { before: side('before'), after: side('after') };
}
