'use client';

import { Rocket } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { ReleaseRow } from '../../../domain/release/release-view.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { useReleaseColumns } from './use-release-columns.tsx';
import { useReleases } from './use-releases.ts';

/** The releases of a cluster, and the way to a new one. */
export function ReleasesTab({ cluster }: { readonly cluster: string }) {
  const t = useTranslations('releases');
  const refusalText = useRefusalText();
  const lacks = useLacks('operator');
  const router = useRouter();
  const { rows, error, reading, older } = useReleases(cluster);
  const columns = useReleaseColumns(cluster);
  const isOn = rows?.some(({ endedAt }) => endedAt === null) ?? false;
  const start = (
    <Button
      look="primary"
      icon={<Rocket aria-hidden className="size-3.5" />}
      offBecause={lacks ?? (isOn ? t('one') : null)}
      onClick={() => router.push(`/clusters/${encodeURIComponent(cluster)}/releases/new`)}
    >
      {t('open')}
    </Button>
  );
  if (!rows)
    return error ? (
      <RefusalText>{refusalText(error)}</RefusalText>
    ) : (
      <p className="px-4 py-3 text-ink-2">{t('reading')}</p>
    );
  return (
    <>
      {rows.length > 0 ? <div className="flex min-h-11 items-center border-b px-4 py-1.5">{start}</div> : null}
      <DataTable
        label={t('tab')}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        sort={null}
        onSort={noSort}
        empty={<EmptyState title={t('none')} next={t('noneNext')} action={start} />}
      />
      {older ? (
        <div className="flex justify-center px-4 py-3">
          <Button busy={reading} onClick={older}>
            {t('older')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

const keyOf = (row: ReleaseRow): string => row.id;

/** Releases have one order alone: as they were started. */
const noSort = (): void => undefined;
