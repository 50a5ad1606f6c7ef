'use client';

import { CircleCheck, LoaderCircle } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import { DirectorStateWord } from '../numbers/director-state-word.tsx';
import { SimulatedMark } from '../numbers/simulated-mark.tsx';
import { Time } from '../numbers/time.tsx';

export interface MadeLine {
  readonly name: string;
  readonly line: string;
  /** Milliseconds since 1970 on the console's clock. */
  readonly expiresAt: number;
}

interface EnrolLineProps {
  readonly made: MadeLine;
  /** The director as soon as it is there. */
  readonly director: DirectorHead | null;
  readonly onClose: () => void;
}

/** The line to paste, until when it works, and whether the director has come. */
export function EnrolLine({ made, director, onClose }: EnrolLineProps) {
  const t = useTranslations('enrol');
  const shell = useTranslations('shell');
  const router = useRouter();
  const { name, line, expiresAt } = made;
  return (
    <>
      <DialogBody className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="font-medium">{t('paste', { name })}</p>
          <CopyButton text={line} />
        </div>
        <output
          aria-label={t('line')}
          className="figures block select-all break-all border bg-sunken px-3 py-2 leading-[19px]"
        >
          {line}
        </output>
        <p className="text-[12px] text-ink-3 leading-4">
          {t.rich('onceRich', { time: () => <Time at={expiresAt} /> })}
        </p>
        <div aria-live="polite" className="border-t pt-3">
          {director ? (
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <StateWord tone="ok" icon={CircleCheck}>
                {t('here', { name })}
              </StateWord>
              <DirectorStateWord head={director} />
              {director.simulated ? <SimulatedMark /> : null}
            </p>
          ) : (
            <>
              <StateWord tone="move" icon={LoaderCircle}>
                {t('waiting', { name })}
              </StateWord>
              <p className="mt-1 text-ink-2">{t('waitingNote')}</p>
            </>
          )}
        </div>
      </DialogBody>
      <DialogFoot>
        {director ? (
          <Button look="primary" onClick={() => router.push(`/directors/${encodeURIComponent(name)}`)}>
            {t('open', { name })}
          </Button>
        ) : null}
        <Button onClick={onClose}>{shell('close')}</Button>
      </DialogFoot>
    </>
  );
}
