import type { RealServer } from './definition.ts';
import { type DifferenceRow, placeId } from './difference-row.ts';

/** The real servers that came, went, have other addresses, or another name for the same addresses. */
export function realServerRows(before: readonly RealServer[], after: readonly RealServer[]): DifferenceRow[] {
  const left = new Map(before.map((server) => [server.name, server]));
  const added: RealServer[] = [];
  const rows: DifferenceRow[] = [];
  for (const server of after) {
    const was = left.get(server.name);
    left.delete(server.name);
    if (!was) added.push(server);
    else if (addressesOf(was) !== addressesOf(server)) rows.push(row('changed', was, server));
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

function row(kind: DifferenceRow['kind'], was: RealServer | undefined, becomes: RealServer | undefined): DifferenceRow {
  const before = was ? addressesOf(was) : null;
  const after = becomes ? addressesOf(becomes) : null;
  const name = becomes?.name ?? was?.name ?? '';
  const fields =
    was && becomes
      ? [
          ...(was.name === becomes.name ? [] : [{ field: 'name' as const, before: was.name, after: becomes.name }]),
          ...(before !== null && after !== null && before !== after
            ? [{ field: 'addresses' as const, before, after }]
            : []),
        ]
      : [];
  const place = { what: 'real-server', service: null, destination: null, name } as const;
  return { id: placeId(place), ...place, kind, before, after, fields };
}
