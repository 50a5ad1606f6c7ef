'use client';

import { Copy } from 'lucide-react';
import { useMemo } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import type { ChartData } from '../../ui/chart/chart-data.ts';
import { copyText } from '../../ui/copy-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { tableText } from '../../ui/table/table-text.ts';
import { Time } from '../numbers/time.tsx';

interface ChartNumbersProps {
  readonly title: string;
  readonly data: ChartData;
  readonly total: readonly (number | null)[] | null;
  readonly unit: string | undefined;
  readonly valueText: (value: number) => string;
  readonly onClose: () => void;
}

interface NumbersRow {
  readonly at: number;
  readonly point: number;
}

/** The numbers of a chart as a table, newest first. */
export function ChartNumbers({ title, data, total, unit, valueText, onClose }: ChartNumbersProps) {
  const t = useTranslations('history');
  const { start, step, count } = data;
  const rows = useMemo(
    () =>
      Array.from({ length: count }, (_, back): NumbersRow => {
        const point = count - 1 - back;
        return { point, at: start + point * step };
      }),
    [start, step, count],
  );
  const columns = useMemo((): readonly Column<NumbersRow>[] => {
    const number = (id: string, head: string, values: readonly (number | null)[]): Column<NumbersRow> => ({
      id,
      head,
      width: 110,
      align: 'right',
      ...(unit ? { unit } : {}),
      text: ({ point }) => values[point] ?? null,
      cell: ({ point }) => {
        const value = values[point] ?? null;
        return (
          <span className={value ? 'figures' : 'figures text-ink-3'}>{value === null ? '–' : valueText(value)}</span>
        );
      },
    });
    return [
      {
        id: 'time',
        head: t('time'),
        width: 150,
        text: ({ at }) => new Date(at).toISOString(),
        cell: ({ at }) => <Time at={at} />,
      },
      ...(total && data.lines.length > 1 ? [number('sum', t('sum'), total)] : []),
      ...data.lines.map((line) => number(line.id, line.label, line.values)),
    ];
  }, [data.lines, total, unit, valueText, t]);
  const copy = () => {
    copyText(tableText('csv', columns, rows));
    toast.success(t('copied', { count: rows.length }));
  };
  return (
    <Dialog open drawer onClose={onClose} title={t('tableTitle', { chart: title })}>
      <div className="flex items-center border-b px-4 py-1.5">
        <span className="figures text-ink-3">{count}</span>
        <Button className="ml-auto" icon={<Copy aria-hidden className="size-3.5" />} onClick={copy}>
          {t('copyCsv')}
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <DataTable
          label={title}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          sort={null}
          onSort={noSort}
          empty={t('none')}
        />
      </div>
    </Dialog>
  );
}

const keyOf = ({ at }: NumbersRow): string => String(at);

/** Time has one order alone. */
const noSort = (): void => undefined;
