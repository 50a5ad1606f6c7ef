'use client';

import { CircleSlash2, EyeOff } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { DirectorView } from '../../../domain/display/views.ts';
import type { AcceptedRow } from '../../../domain/drift/drift-item.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-head.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import { Time } from '../numbers/time.tsx';
import { standsText } from './stands-text.ts';

const ReasonDialog = dynamic(() => import('../reason/reason-dialog.tsx').then((module) => module.ReasonDialog), {
  ssr: false,
});

/** Hand edits that people decided to leave: who, when and why, and the way to take that back. */
export function IgnoredDrift({ view }: { readonly view: DirectorView }) {
  const t = useTranslations('drift');
  const lacks = useLacks('operator');
  const [ending, setEnding] = useState<AcceptedRow | null>(null);
  const { name: director, cluster } = view.director;
  if (view.accepted.length === 0 && !ending) return null;
  return (
    <section aria-label={t('ignoredTitle')}>
      <SectionHead title={t('ignoredTitle')}>
        <span className="figures text-ink-3">{view.accepted.length}</span>
      </SectionHead>
      <ul>
        {view.accepted.map((row) => (
          <li key={row.id} className="flex flex-wrap items-start gap-x-4 gap-y-1.5 border-b px-4 py-2">
            <div className="min-w-0 flex-1 basis-72">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="figures break-words font-medium">{row.target}</span>
                {row.holds ? (
                  <StateWord tone="idle" icon={EyeOff}>
                    {t('ignoredTitle')}
                  </StateWord>
                ) : (
                  <StateWord tone="warn" icon={CircleSlash2} title={t('holdsNotWhy')}>
                    {t('holdsNot')}
                  </StateWord>
                )}
              </p>
              <p className="text-ink-2">
                {t.rich('ignoredBy', { by: row.by, reason: row.reason, time: () => <Time at={row.since} /> })}
              </p>
              <p className="figures break-words text-[12px] text-ink-2">
                {t('stands', { stands: standsText(row.stands, 'stands') ?? t('nothing') })}
                {' · '}
                {t('over', { over: standsText(row.stands, 'over') ?? t('nothing') })}
              </p>
            </div>
            <Button offBecause={lacks} onClick={() => setEnding(row)}>
              {t('stop')}
            </Button>
          </li>
        ))}
      </ul>
      {ending ? (
        <ReasonDialog
          title={t('stopTitle', { director })}
          text={t('stopText')}
          act={t('stopNow')}
          onClose={() => setEnding(null)}
          run={async (reason) => {
            await consoleClient().drift.stopIgnoring.mutate({ cluster, director, ids: [ending.id], reason });
            toast.success(t('stopped'));
          }}
        >
          <p className="figures break-words">{ending.target}</p>
        </ReasonDialog>
      ) : null}
    </section>
  );
}
