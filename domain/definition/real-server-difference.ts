import type { RealServer } from './definition.ts';
import { type DifferenceRow, type FieldChange, placeId } from './difference-row.ts';

/** The real servers that came, went, have other addresses, or another name for the same addresses. */
export function realServerRows(before: readonly RealServer[], after: readonly RealServer[]): DifferenceRow[] {
  const left = new Map(before.map((server) => [server.name, server]));
  const added: RealServer[] = [];
  const rows: DifferenceRow[] = [];
  for (const server of after) {
    const was = left.get(server.name);
    left.delete(server.name);
    if (!was) added.push(server);
    else if (wholeOf(was) !== wholeOf(server)) rows.push(row('changed', was, server));
  }
  const gone = new Map([...left.values()].map((server) => [addressesOf(server), server]));
  for (const server of added) {
    const was = gone.get(addressesOf(server));
    gone.delete(addressesOf(server));
    rows.push(row(was ? 'changed' : 'added', was, server));
  }
  return [...rows, ...[...gone.values()].map((server) => row('removed', server, undefined))];
}

const addressesOf = (server: RealServer): string => [...server.addresses].sort().join(', ');
const labelsOf = (server: RealServer): string => [...server.labels].sort().join(', ');
const wholeOf = (server: RealServer): string =>
  server.labels.length > 0 ? `${addressesOf(server)} (${labelsOf(server)})` : addressesOf(server);

function row(kind: DifferenceRow['kind'], was: RealServer | undefined, becomes: RealServer | undefined): DifferenceRow {
  const name = becomes?.name ?? was?.name ?? '';
  const place = { what: 'real-server', service: null, destination: null, name } as const;
  return {
    ...{ id: placeId(place), ...place, kind },
    before: was ? wholeOf(was) : null,
    after: becomes ? wholeOf(becomes) : null,
    fields: was && becomes ? changedFields(was, becomes) : [],
  };
}

const changedFields = (was: RealServer, becomes: RealServer): FieldChange[] =>
  [
    { field: 'name' as const, before: was.name, after: becomes.name },
    { field: 'addresses' as const, before: addressesOf(was), after: addressesOf(becomes) },
    { field: 'labels' as const, before: labelsOf(was), after: labelsOf(becomes) },
  ].filter(({ before, after }) => before !== after);
