'use client';

import { LoaderCircle, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { formatCount, formatDuration } from '../../lib/formats.ts';
import { StateWord } from '../../ui/state-word.tsx';
import { ChainDialog } from './chain-dialog.tsx';
import { useChain } from './use-chain.ts';

/** Whether the log is as it was written, how far, how long ago, and who else could tell. */
export function ChainWord() {
  const t = useTranslations('audit.chain');
  const chain = useChain();
  const [open, setOpen] = useState(false);
  if (!chain) return null;
  const { broken, verifiedAt, verifiedUpTo, witnesses } = chain;
  const word = broken ? (
    <StateWord tone="bad" icon={ShieldAlert} filled>
      {t('broken')}
    </StateWord>
  ) : verifiedAt === null ? (
    <StateWord tone="idle" icon={LoaderCircle}>
      {t('verifying')}
    </StateWord>
  ) : (
    <StateWord tone="ok" icon={ShieldCheck}>
      {t('verified', { row: formatCount(verifiedUpTo) })}
    </StateWord>
  );
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="inline-flex flex-wrap items-baseline gap-x-2 rounded-sm text-left hover:underline"
      >
        {word}
        {broken || verifiedAt === null ? null : <SinceLook seconds={(chain.at - verifiedAt) / 1000} />}
        <span className="text-ink-2">{t('witnesses', { count: witnesses.length })}</span>
      </button>
      {open ? <ChainDialog chain={chain} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** `2 min ago`, by the console's own clock. */
function SinceLook({ seconds }: { readonly seconds: number }) {
  const words = useTranslations('words');
  return <span className="figures text-ink-2">{words('ago', { age: formatDuration(Math.max(0, seconds)) })}</span>;
}
