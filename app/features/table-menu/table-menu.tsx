'use client';

import { Columns3 } from 'lucide-react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Menu, MenuCheck, MenuHeading, MenuItem, MenuLine } from '../../ui/menu.tsx';
import type { Column, Sort } from '../../ui/table/column.ts';
import { sortedRows } from '../../ui/table/sorted-rows.ts';
import { type TableFormat, tableFormats, tableText } from '../../ui/table/table-text.ts';

interface TableMenuProps<Row> {
  /** All of them; `shown` are those in sight. */
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly Column<Row>[];
  readonly onShow: (id: string, visible: boolean) => void;
  /** Those that match the filter. */
  readonly rows: readonly Row[];
  readonly sort: Sort | null;
}

/** Copies the rows that are in sight as text, CSV or JSON, and chooses the columns. */
export function TableMenu<Row>({ columns, shown, onShow, rows, sort }: TableMenuProps<Row>) {
  const t = useTranslations('tableMenu');
  const copy = (format: TableFormat) => {
    copyText(tableText(format, shown, sortedRows(rows, columns, sort)));
    toast.success(t('copied', { count: rows.length }));
  };
  return (
    <Menu
      trigger={
        <Button
          aria-label={t('open')}
          title={t('open')}
          className="px-1.5"
          icon={<Columns3 aria-hidden className="size-3.5" />}
        />
      }
    >
      <MenuHeading>{t('copyAs')}</MenuHeading>
      {tableFormats.map((format) => (
        <MenuItem key={format} onSelect={() => copy(format)}>
          {t(format)}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuHeading>{t('columns')}</MenuHeading>
      {columns.slice(1).map(({ id, head, unit }) => (
        <MenuCheck
          key={id}
          checked={shown.some((column) => column.id === id)}
          onChange={(visible) => onShow(id, visible)}
        >
          {[head, unit].filter(Boolean).join(' ')}
        </MenuCheck>
      ))}
    </Menu>
  );
}
