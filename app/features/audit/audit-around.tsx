'use client';

import type { LucideIcon } from 'lucide-react';
import { ChartLine, Clock, History, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { RouterOutputs } from '../../../server/router.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { aroundHref, chartsHref, goBackHref, stateHref } from './around-hrefs.ts';

type AuditDetail = RouterOutputs['audit']['get'];

/** What leads on from a row: what happened beside it, the numbers then, the definition then, and the way back. */
export function AuditAround({ row }: { readonly row: AuditDetail }) {
  const t = useTranslations('audit');
  const lacks = useLacks('operator');
  const { cluster, revisions } = row;
  const charts = chartsHref(row);
  const goesBack =
    cluster !== null && revisions !== null && revisions.before > 0 && revisions.before < revisions.newest;
  return (
    <nav aria-label={t('around')} className="flex flex-col gap-1">
      <h3 className="font-medium">{t('around')}</h3>
      <Way href={aroundHref(row, null)} icon={Clock} text={t('aroundTime')} />
      {cluster ? <Way href={aroundHref(row, cluster)} icon={Clock} text={t('aroundCluster', { cluster })} /> : null}
      {charts ? <Way href={charts} icon={ChartLine} text={t('aroundCharts')} /> : null}
      {cluster && revisions && revisions.then > 0 ? (
        <Way
          href={stateHref(cluster, revisions.then, revisions.newest)}
          icon={History}
          text={t('stateThen', { revision: String(revisions.then) })}
        />
      ) : null}
      {goesBack && !lacks ? (
        <Way
          href={goBackHref(cluster, revisions.before)}
          icon={Undo2}
          text={t('goBackBefore', { revision: String(revisions.before) })}
        />
      ) : null}
    </nav>
  );
}

function Way({ href, icon: Icon, text }: { readonly href: string; readonly icon: LucideIcon; readonly text: string }) {
  return (
    <Link href={href} className="inline-flex items-center gap-2 self-start text-accent hover:underline">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {text}
    </Link>
  );
}
