'use client';

import { Send } from 'lucide-react';
import Link from 'next/link';
import { useQueryState } from 'nuqs';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { AuditFilters, AuditRow } from '../../../domain/audit/audit-row.ts';
import type { RouterOutputs } from '../../../server/router.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { AuditDetail } from './audit-detail.tsx';
import { AuditExportMenu } from './audit-export-menu.tsx';
import { AuditFilterBar } from './audit-filter-bar.tsx';
import { ChainWord } from './chain-word.tsx';
import { useAuditColumns } from './use-audit-columns.tsx';
import { useAuditFilters } from './use-audit-filters.ts';
import { useAuditRows } from './use-audit-rows.ts';
import { useSettled } from './use-settled.ts';

interface AuditPageProps {
  readonly first: RouterOutputs['audit']['list'];
  readonly firstFilters: AuditFilters;
}

/** Who did what to what, when, why, and what became of it; newest first. */
export function AuditPage({ first, firstFilters }: AuditPageProps) {
  const t = useTranslations('audit');
  const url = useAuditFilters();
  const { rows, older, reading, error } = useAuditRows(useSettled(url.filters, 250), first, firstFilters);
  const refusalText = useRefusalText();
  const administers = useLacks('administrator') === null;
  const [open, setOpen] = useQueryState('row');
  const columns = useAuditColumns(useCallback((id: string) => void setOpen(id), [setOpen]));
  return (
    <>
      <PageHead
        title={t('title')}
        facts={<ChainWord />}
        actions={
          <>
            <AuditExportMenu filters={url.filters} />
            {administers ? (
              <Link
                href="/audit/streams"
                className="inline-flex h-7 items-center gap-1.5 px-1 text-accent hover:underline"
              >
                <Send aria-hidden className="size-3.5" />
                {t('streams')}
              </Link>
            ) : null}
          </>
        }
      />
      <AuditFilterBar url={url} rows={rows} />
      <RefusalText>{refusalText(error)}</RefusalText>
      <DataTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        sort={null}
        onSort={noSort}
        empty={t('empty')}
      />
      {rows.length > 0 ? (
        <div className="flex justify-center px-4 py-3">
          {older ? (
            <Button busy={reading} onClick={older}>
              {t('more')}
            </Button>
          ) : (
            <p className="text-ink-3">{t('end')}</p>
          )}
        </div>
      ) : null}
      {open ? (
        <AuditDetail
          id={Number(open)}
          known={rows.find((row) => String(row.id) === open) ?? null}
          onClose={() => void setOpen(null)}
        />
      ) : null}
    </>
  );
}

const keyOf = (row: AuditRow): string => String(row.id);

/** The log has one order alone: time. */
const noSort = (): void => undefined;
