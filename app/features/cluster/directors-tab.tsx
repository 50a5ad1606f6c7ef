'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { directorStates } from '../../../domain/display/director-state.ts';
import type { ApplyProgress, ClusterView } from '../../../domain/display/views.ts';
import { useTableUrl } from '../../lib/use-table-url.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { ApplySummary } from '../director/apply-summary.tsx';
import { EnrolDirector } from '../enrolment/enrol-director.tsx';
import { OpenTokens } from '../enrolment/open-tokens.tsx';
import { Age } from '../numbers/age.tsx';
import { DirectorName } from '../numbers/director-name.tsx';
import { DirectorStateWord } from '../numbers/director-state-word.tsx';
import { sampleTime } from '../numbers/state-text.ts';
import { TableMenu } from '../table-menu/table-menu.tsx';
import { useChosenColumns } from '../table-menu/use-chosen-columns.ts';

/** The directors that share the cluster's definition, and the way to add one. */
export function DirectorsTab({ view }: { readonly view: ClusterView }) {
  const t = useTranslations('cluster');
  const { sort, setSort } = useTableUrl();
  const columns = useColumns(view.applies);
  const { shown, show } = useChosenColumns(columns);
  const enrol = <EnrolDirector cluster={view.name} directors={view.directors} />;
  return (
    <>
      <div className="flex min-h-11 items-center justify-end gap-2 border-b px-4 py-1.5">
        {view.directors.length > 0 ? (
          <TableMenu columns={columns} shown={shown} onShow={show} rows={view.directors} sort={sort} />
        ) : null}
        {enrol}
      </div>
      <DataTable
        label={t('directors')}
        columns={shown}
        rows={view.directors}
        rowKey={keyOf}
        sort={sort}
        onSort={setSort}
        empty={<EmptyState title={t('noDirectors')} next={t('noDirectorsNext')} />}
      />
      <OpenTokens cluster={view.name} directors={view.directors.length} />
    </>
  );
}

const keyOf = (director: DirectorHead): string => director.name;

function useColumns(applies: readonly ApplyProgress[]): readonly Column<DirectorHead>[] {
  const t = useTranslations('cluster');
  const words = useTranslations('words.columns');
  const states = useTranslations('words.director');
  return useMemo(
    () => [
      {
        id: 'name',
        head: words('director'),
        width: 170,
        sortBy: (head) => head.name,
        cell: (head) => (
          <span className="font-medium">
            <DirectorName name={head.name} simulated={head.simulated} />
          </span>
        ),
      },
      {
        id: 'state',
        head: words('state'),
        width: 140,
        sortBy: (head) => directorStates.indexOf(head.state),
        text: (head) => states(head.state),
        cell: (head) => <DirectorStateWord head={head} />,
      },
      {
        id: 'generation',
        head: t('generations'),
        title: t('generationsTitle'),
        width: 110,
        align: 'right',
        sortBy: (head) => head.generation.held,
        text: ({ generation: { held, wanted } }) => t('heldOf', { held: String(held), wanted: String(wanted) }),
        cell: ({ generation: { held, wanted } }) => (
          <span className="figures">{t('heldOf', { held: String(held), wanted: String(wanted) })}</span>
        ),
      },
      {
        id: 'apply',
        head: t('lastApply'),
        width: 420,
        cell: (head) => <ApplySummary apply={applies.find((apply) => apply.director === head.name)} />,
      },
      {
        id: 'age',
        head: words('age'),
        width: 72,
        align: 'right',
        sortBy: (head) => head.receivedAt,
        text: sampleTime,
        cell: (head) => <Age receivedAt={head.receivedAt} director={head.name} />,
      },
    ],
    [t, words, states, applies],
  );
}
