import type { DefinitionDifference } from '../../../domain/definition/difference.ts';
import type { DifferenceRow } from '../../../domain/definition/difference-row.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';

/** One line of a difference as it is read from top to bottom. */
export type DifferenceLine =
  | { readonly at: 'head'; readonly id: string; readonly group: 'real-servers' | 'settings' }
  /** A service whose own configuration stays; what changes stands below it. */
  | { readonly at: 'service'; readonly id: string; readonly service: ServiceKeyText; readonly name: string }
  | { readonly at: 'row'; readonly id: string; readonly row: DifferenceRow; readonly inside: boolean };

/**
 * A difference line by line: each service with its destinations below it, then real servers, then settings.
 *
 * `nameOf` names a service that only its destinations change.
 */
export function differenceLines(
  { rows }: Pick<DefinitionDifference, 'rows'>,
  nameOf: (key: ServiceKeyText) => string | undefined,
): DifferenceLine[] {
  const lines: DifferenceLine[] = [];
  let last: string | null = null;
  for (const row of rows) {
    const group = row.service ?? row.what;
    if (group !== last) {
      if (row.what === 'real-server') lines.push({ at: 'head', id: 'real-servers', group: 'real-servers' });
      if (row.what === 'setting') lines.push({ at: 'head', id: 'settings', group: 'settings' });
      if (row.what === 'destination' && row.service)
        lines.push({
          at: 'service',
          id: `of ${row.service}`,
          service: row.service,
          name: nameOf(row.service) ?? row.service,
        });
    }
    last = group;
    lines.push({ at: 'row', id: row.id, row, inside: row.what !== 'service' });
  }
  return lines;
}
