import type { Column } from '../../ui/table/column.ts';
import { Share, Written } from '../numbers/figures.tsx';

interface Tally {
  readonly connections: number;
  readonly templates: number;
}

/** The columns of how many connections and templates something has, and which part of `all` connections that is. */
export function tallyColumns<Row extends Tally>(
  all: number,
  head: (column: 'connections' | 'share' | 'templateCount') => string,
): readonly Column<Row>[] {
  const align = 'right' as const;
  return [
    {
      ...{ id: 'connections', head: head('connections'), width: 110, align },
      sortBy: (row) => row.connections,
      cell: (row) => <Written value={row.connections} />,
    },
    {
      ...{ id: 'share', head: head('share'), unit: '%', width: 80, align },
      sortBy: (row) => row.connections,
      cell: (row) => <Share ageless value={all > 0 ? row.connections / all : null} />,
    },
    {
      ...{ id: 'templates', head: head('templateCount'), width: 100, align },
      sortBy: (row) => row.templates,
      cell: (row) => <Written value={row.templates} />,
    },
  ];
}
