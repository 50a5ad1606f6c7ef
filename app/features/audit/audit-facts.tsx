'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { AuditRow } from '../../../domain/audit/audit-row.ts';
import { Time } from '../numbers/time.tsx';
import { actionKey } from './action-key.ts';
import { OutcomeWord } from './outcome-word.tsx';

/** What a row says in words: what is not there is left out. */
export function AuditFacts({ row }: { readonly row: AuditRow }) {
  const t = useTranslations('audit');
  const who = [row.actor, row.role ?? t(`kind.${row.actorKind}`)].join(' · ');
  const facts: [string, ReactNode][] = [
    [t('when'), <Time key="at" at={row.at} />],
    [t('actor'), who],
    [t('signedInBy'), row.signedInBy && t(`signIns.${row.signedInBy}`)],
    [t('source'), row.source && <span className="figures">{row.source}</span>],
    [t('action'), t(`actions.${actionKey(row.action)}`)],
    [t('resource'), row.resource && <span className="figures">{row.resource}</span>],
    [t('reason'), row.reason],
    [
      t('ticket'),
      row.ticket && (
        <Link href={`/audit?${new URLSearchParams({ ticket: row.ticket })}`} className="text-accent hover:underline">
          {row.ticket}
        </Link>
      ),
    ],
    [t('outcome'), <OutcomeWord key="outcome" outcome={row.outcome} />],
    [t('cluster'), row.cluster],
    [t('director'), row.director],
    [t('revision'), row.revision !== null && <span className="figures">{row.revision}</span>],
    [
      t('release'),
      row.release && (
        <Link href={`/audit?${new URLSearchParams({ release: row.release })}`} className="text-accent hover:underline">
          {row.release}
        </Link>
      ),
    ],
    [t('generation'), row.generation !== null && <span className="figures">{row.generation}</span>],
    [t('hash'), row.hash && <span className="figures break-all text-ink-2">{row.hash}</span>],
  ];
  return (
    <dl className="grid grid-cols-[7rem_1fr] gap-x-3 gap-y-1">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
