'use client';

import { CircleCheck, CirclePause, CircleX, LoaderCircle } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { AuditStream } from '../../../domain/audit/audit-stream.ts';
import { formatCount } from '../../lib/formats.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { Time } from '../numbers/time.tsx';
import { StreamMenu } from './stream-menu.tsx';
import { useStreams } from './use-streams.ts';

/** Each stream with where it goes, how far it is and what is wrong with it. */
export function StreamsTable({ first }: { readonly first: readonly AuditStream[] }) {
  const t = useTranslations('streams');
  return (
    <DataTable
      label={t('title')}
      columns={useStreamColumns()}
      rows={useStreams(first)}
      rowKey={({ id }) => id}
      sort={null}
      onSort={() => undefined}
      empty={<EmptyState title={t('empty')} next={t('emptyNext')} />}
    />
  );
}

function useStreamColumns(): readonly Column<AuditStream>[] {
  const t = useTranslations('streams');
  const words = useTranslations('words');
  return useMemo(
    () => [
      { id: 'name', head: t('name'), width: 130, cell: ({ name }) => <span className="font-medium">{name}</span> },
      {
        id: 'target',
        head: t('target'),
        width: 300,
        cell: ({ target }) => <span className="figures">{targetText(target)}</span>,
      },
      { id: 'state', head: t('state'), width: 110, cell: (stream) => <StreamState stream={stream} /> },
      {
        id: 'lag',
        head: t('lag'),
        width: 100,
        align: 'right',
        cell: ({ position, newest }) => <span className="figures">{formatCount(newest - position)}</span>,
      },
      { id: 'sent', head: t('sentAt'), width: 170, cell: ({ sentAt }) => <Time at={sentAt} /> },
      {
        id: 'problem',
        head: t('problem'),
        width: 280,
        cell: ({ problem, failingSince }) =>
          problem ? (
            <span className="text-bad" title={problem}>
              {problem}
              {failingSince === null ? null : (
                <span className="ml-2 text-ink-2">
                  {t('since')} <Time at={failingSince} />
                </span>
              )}
            </span>
          ) : null,
      },
      {
        id: 'actions',
        head: words('columns.actions'),
        width: 90,
        align: 'right',
        cell: (stream) => <StreamMenu stream={stream} />,
      },
    ],
    [t, words],
  );
}

function StreamState({ stream: { paused, problem, position, newest } }: { readonly stream: AuditStream }) {
  const t = useTranslations('streams.states');
  if (paused)
    return (
      <StateWord tone="idle" icon={CirclePause}>
        {t('paused')}
      </StateWord>
    );
  if (problem)
    return (
      <StateWord tone="bad" icon={CircleX}>
        {t('failing')}
      </StateWord>
    );
  return position < newest ? (
    <StateWord tone="move" icon={LoaderCircle}>
      {t('sending')}
    </StateWord>
  ) : (
    <StateWord tone="ok" icon={CircleCheck}>
      {t('delivered')}
    </StateWord>
  );
}

const targetText = (target: AuditStream['target']): string =>
  target.kind === 'webhook' ? target.url : `syslog ${target.transport.toUpperCase()} ${target.host}:${target.port}`;
