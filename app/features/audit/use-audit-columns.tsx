'use client';

import { Bot, KeyRound, Server, User } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { AuditRow } from '../../../domain/audit/audit-row.ts';
import type { Column } from '../../ui/table/column.ts';
import { Time } from '../numbers/time.tsx';
import { actionKey } from './action-key.ts';
import { AuditDirectors } from './audit-directors.tsx';
import { OutcomeWord } from './outcome-word.tsx';

const kinds = { person: User, token: KeyRound, agent: Bot, system: Server } as const;

/** The columns of the audit log. */
export function useAuditColumns(onOpen: (id: string) => void): readonly Column<AuditRow>[] {
  const t = useTranslations('audit');
  return useMemo(
    () => [
      {
        id: 'when',
        head: t('when'),
        width: 176,
        cell: (row) => (
          <a
            href={`?row=${row.id}`}
            title={t('open', { id: String(row.id) })}
            onClick={(event) => {
              // With a modifier it opens beside, as links do.
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onOpen(String(row.id));
            }}
            className="hover:underline"
          >
            <Time at={row.at} />
          </a>
        ),
      },
      {
        id: 'actor',
        head: t('actor'),
        width: 120,
        cell: (row) => {
          const Icon = kinds[row.actorKind];
          return (
            <span className="inline-flex items-baseline gap-1.5" title={t(`kind.${row.actorKind}`)}>
              <Icon aria-hidden className="size-3.5 self-center text-ink-3" />
              <span className="sr-only">{t(`kind.${row.actorKind}`)} </span>
              {row.actor}
            </span>
          );
        },
      },
      {
        id: 'action',
        head: t('action'),
        width: 190,
        cell: (row) => <span className="font-medium">{t(`actions.${actionKey(row.action)}`)}</span>,
      },
      {
        id: 'resource',
        head: t('resource'),
        width: 240,
        cell: (row) => <span className="figures">{row.resource}</span>,
      },
      { id: 'outcome', head: t('outcome'), width: 92, cell: (row) => <OutcomeWord outcome={row.outcome} /> },
      {
        id: 'reason',
        head: t('reason'),
        width: 210,
        cell: (row) => <span title={row.reason ?? undefined}>{row.reason}</span>,
      },
      { id: 'cluster', head: t('cluster'), width: 100, cell: (row) => row.cluster },
      {
        id: 'director',
        head: t('director'),
        width: 150,
        cell: (row) => <AuditDirectors names={row.director ? [row.director] : row.results.map((r) => r.director)} />,
      },
      {
        id: 'number',
        head: '#',
        width: 64,
        align: 'right',
        cell: (row) => <span className="figures text-ink-3">{row.id}</span>,
      },
    ],
    [t, onOpen],
  );
}
