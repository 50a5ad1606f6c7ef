'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { formatCount } from '../../lib/formats.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { Time } from '../numbers/time.tsx';
import { type ChainStatus, useVerify } from './use-chain.ts';

interface ChainDialogProps {
  readonly chain: ChainStatus;
  readonly onClose: () => void;
}

/** How the console knows that the log is as it was written, or where it isn't and what to do. */
export function ChainDialog({ chain, onClose }: ChainDialogProps) {
  const t = useTranslations('audit.chain');
  const lacks = useLacks('administrator');
  const refusalText = useRefusalText();
  const verify = useVerify();
  const { broken, newest, verifiedUpTo, verifiedAt, allAt, checkpoint, witnesses, running, consoleKey } = chain;
  const facts: [string, ReactNode][] = [
    [t('rows'), formatCount(newest)],
    [t('fits'), <RowAt key="fits" row={verifiedUpTo} at={verifiedAt} />],
    [t('all'), <Time key="all" at={allAt} />],
    [t('signed'), checkpoint ? <RowAt key="signed" row={checkpoint.seq} at={checkpoint.at} /> : '–'],
    [
      t('key'),
      <span key="key" className="break-all">
        {consoleKey}
      </span>,
    ],
  ];
  return (
    <Dialog open onClose={onClose} title={t('title')}>
      <DialogBody className="flex flex-col gap-3">
        <RefusalText>{refusalText(verify.error)}</RefusalText>
        {broken ? <Broken broken={broken} /> : <p className="text-ink-2">{t('how')}</p>}
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-2">{name}</dt>
              <dd className="figures">{value}</dd>
            </div>
          ))}
        </dl>
        <section aria-label={t('witnessList')}>
          <h3 className="mb-1 font-medium">{t('witnessList')}</h3>
          {witnesses.length === 0 ? <p className="text-ink-2">{t('noWitness')}</p> : null}
          <ul className="flex max-h-40 flex-col gap-0.5 overflow-y-auto">
            {witnesses.map(({ director, seq, at }) => (
              <li key={director} className="flex flex-wrap gap-x-3">
                <span className="font-medium">{director}</span>
                <RowAt row={seq} at={at} />
              </li>
            ))}
          </ul>
        </section>
      </DialogBody>
      <DialogFoot>
        <Button offBecause={lacks} busy={running || verify.isPending} onClick={() => verify.mutate()}>
          {t('verifyNow')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

function RowAt({ row, at }: { readonly row: number; readonly at: number | null }) {
  return (
    <span className="figures inline-flex flex-wrap gap-x-2">
      #{formatCount(row)} <Time at={at} className="text-ink-2" />
    </span>
  );
}

function Broken({ broken }: { readonly broken: NonNullable<ChainStatus['broken']> }) {
  const t = useTranslations('audit.chain');
  const { kind, seq, upTo, foundBy, by } = broken;
  const rows = upTo === null || upTo === seq ? `#${formatCount(seq)}` : `#${formatCount(seq)}–#${formatCount(upTo)}`;
  return (
    <div className="flex flex-col gap-2 border-bad border-l-2 bg-bad-wash px-3 py-2" role="alert">
      <p className="font-medium">{t(`kinds.${kind}`, { rows })}</p>
      <p>{t(`foundBy.${foundBy}`, { by: by ?? '' })}</p>
      <p>{t('advice')}</p>
      <Link href={`/audit?row=${Math.max(1, seq - 1)}`} className="self-start text-accent hover:underline">
        {t('lastGood', { row: formatCount(Math.max(1, seq - 1)) })}
      </Link>
    </div>
  );
}
