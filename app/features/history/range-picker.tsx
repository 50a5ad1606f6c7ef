'use client';

import { CalendarRange, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/controls.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { localText } from '../audit/local-time.ts';
import { momentText } from '../numbers/moment-text.ts';
import { presets, shortestRange } from './history-ranges.ts';
import type { LookedAtUrl } from './use-looked-at.ts';

/** Chooses the time of all charts of a page. */
export function RangePicker({ url, now }: { readonly url: LookedAtUrl; readonly now: () => number }) {
  const t = useTranslations('history');
  const { looked } = url;
  const [open, setOpen] = useState(false);
  const isFixed = looked.kind === 'fixed';
  return (
    <span className="flex max-w-full flex-wrap items-center gap-2">
      <Segments
        label={t('range')}
        value={isFixed ? '' : looked.preset}
        choices={presets.map((value) => ({ value, label: t(`presets.${value}`) }))}
        onChoose={(preset) => {
          if (preset) url.setPreset(preset);
        }}
      />
      <Button icon={<CalendarRange aria-hidden className="size-3.5" />} onClick={() => setOpen(true)}>
        {isFixed ? (
          <span className="figures">
            {t('standsStill', { from: momentText(looked.from), to: momentText(looked.to) })}
          </span>
        ) : (
          t('custom')
        )}
      </Button>
      {isFixed ? (
        <Button icon={<Undo2 aria-hidden className="size-3.5" />} onClick={() => url.setPreset(looked.preset)}>
          {t('back', { range: t(`presets.${looked.preset}`) })}
        </Button>
      ) : null}
      {open ? (
        <StretchDialog
          first={isFixed ? looked : { from: now() - 3_600_000, to: now() }}
          onClose={() => setOpen(false)}
          onChoose={(stretch) => {
            setOpen(false);
            url.setStretch(stretch);
          }}
        />
      ) : null}
    </span>
  );
}

interface StretchDialogProps {
  readonly first: { readonly from: number; readonly to: number };
  readonly onClose: () => void;
  readonly onChoose: (stretch: { readonly from: number; readonly to: number }) => void;
}

function StretchDialog({ first, onClose, onChoose }: StretchDialogProps) {
  const t = useTranslations('history');
  const [from, setFrom] = useState(() => localText(new Date(first.from).toISOString()));
  const [to, setTo] = useState(() => localText(new Date(first.to).toISOString()));
  const stretch = { from: new Date(from).getTime(), to: new Date(to).getTime() };
  const fits = stretch.to - stretch.from >= shortestRange;
  return (
    <Dialog open onClose={onClose} title={t('customTitle')}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          if (fits) onChoose(stretch);
        }}
      >
        <DialogBody className="grid gap-3 sm:grid-cols-2">
          <Field label={t('from')}>
            {(field) => (
              <Input {...field} type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} />
            )}
          </Field>
          <Field label={t('to')} error={fits ? undefined : t('rangeEmpty')}>
            {(field) => (
              <Input {...field} type="datetime-local" value={to} onChange={(event) => setTo(event.target.value)} />
            )}
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button type="submit" look="primary" offBecause={fits ? null : t('rangeEmpty')}>
            {t('show')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
