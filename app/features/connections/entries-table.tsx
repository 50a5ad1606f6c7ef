'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Connection } from '../../../domain/connections/connection.ts';
import { socketText } from '../../../domain/lvs/address.ts';
import { formatCount } from '../../lib/formats.ts';
import type { Column, Sort } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';

interface EntriesTableProps {
  readonly label: string;
  readonly entries: readonly Connection[];
  /** How many there were in all. */
  readonly count: number;
}

/** Entries of a connection table as the kernel has them: connections, or persistence templates. */
export function EntriesTable({ label, entries, count }: EntriesTableProps) {
  const t = useTranslations('connections');
  const [sort, setSort] = useState<Sort | null>(null);
  const columns = useMemo((): readonly Column<Connection>[] => {
    const text = (id: string, head: string, width: number, of: (entry: Connection) => string): Column<Connection> => ({
      ...{ id, head, width },
      sortBy: of,
      cell: (entry) => <span className="figures">{of(entry)}</span>,
    });
    return [
      // A template has no port of the client.
      text('client', t('network'), 220, (entry) =>
        entry.clientPort === 0 ? entry.client : socketText(entry.client, entry.clientPort),
      ),
      text('vip', t('vip'), 220, (entry) => wentTo(entry, t)),
      text('destination', t('destination'), 200, (entry) => socketText(entry.destination, entry.destinationPort)),
      text('state', t('state'), 130, (entry) => entry.state),
      {
        id: 'expires',
        head: t('expires'),
        unit: 's',
        width: 90,
        align: 'right',
        sortBy: (entry) => entry.expires,
        cell: (entry) => <span className="figures">{formatCount(entry.expires)}</span>,
      },
    ];
  }, [t]);
  return (
    <>
      <p className="px-4 py-1.5 text-ink-2">
        {t('shown', { shown: formatCount(entries.length), count: formatCount(count) })}
      </p>
      <DataTable
        label={label}
        columns={columns}
        rows={entries}
        rowKey={keyOf}
        sort={sort}
        onSort={setSort}
        empty={t('none')}
      />
    </>
  );
}

const keyOf = (entry: Connection): string =>
  [entry.protocol, entry.client, entry.clientPort, entry.vip, entry.vipPort, entry.destination].join(' ');

/** The template of a firewall mark has the mark where others have a VIP (`ip_vs_sched_persist`). */
function wentTo(entry: Connection, t: (key: 'mark', values: { mark: string }) => string): string {
  if (entry.protocol !== 'IP') return `${entry.protocol} ${socketText(entry.vip, entry.vipPort)}`;
  const mark = entry.vip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return t('mark', { mark: String(mark) });
}
