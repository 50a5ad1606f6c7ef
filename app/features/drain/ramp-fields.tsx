'use client';

import { useTranslations } from 'use-intl';
import { Input } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { Presets } from '../../ui/presets.tsx';
import { rampOver } from './ramp-over.ts';

const often = ['30 s', '1 min', '2 min', '5 min', '10 min'];

interface RampFieldsProps {
  /** As it is typed; empty for at once. */
  readonly over: string;
  readonly onChange: (over: string) => void;
}

/** How fast weights come back: at once, or rising over a time. */
export function RampFields({ over, onChange }: RampFieldsProps) {
  const t = useTranslations('drain.ramp');
  const wrong = rampOver(over) === undefined;
  return (
    <div className="flex flex-col gap-1">
      <Field
        label={t('over')}
        note={over.trim() === '' ? t('atOnceNote') : t('note')}
        error={wrong ? t('wrong') : null}
      >
        {(control) => (
          <Input
            {...control}
            value={over}
            onChange={(event) => onChange(event.target.value)}
            placeholder={t('atOnce')}
            autoComplete="off"
            className="figures max-w-40"
          />
        )}
      </Field>
      <Presets
        label={t('over')}
        value={over.trim()}
        choices={[{ value: '', label: t('atOnce') }, ...often.map((value) => ({ value, label: value }))]}
        onChoose={onChange}
      />
    </div>
  );
}
