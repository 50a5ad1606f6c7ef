'use client';

import { useTranslations } from 'use-intl';
import { deadlineActions } from '../../../domain/overlay/overlay.ts';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { Presets } from '../../ui/presets.tsx';
import { type DrainSettings, deadlineIn } from './drain-settings.ts';

const often = ['5 min', '10 min', '30 min', '1 h'];

interface DeadlineFieldsProps {
  readonly settings: DrainSettings;
  readonly onChange: (change: Partial<DrainSettings>) => void;
}

/** By when it should be drained, and what happens then. */
export function DeadlineFields({ settings, onChange }: DeadlineFieldsProps) {
  const t = useTranslations('drain');
  const { deadline, atDeadline } = settings;
  const wrong = deadlineIn(settings) === undefined;
  return (
    <div className="grid grid-cols-2 items-start gap-x-4 gap-y-2 max-sm:grid-cols-1">
      <div className="flex flex-col gap-1">
        <Field label={t('deadline')} error={wrong ? t('deadlineWrong') : null}>
          {(control) => (
            <Input
              {...control}
              value={deadline}
              onChange={(event) => onChange({ deadline: event.target.value })}
              placeholder={t('deadlineNone')}
              autoComplete="off"
              className="figures"
            />
          )}
        </Field>
        <Presets
          label={t('deadline')}
          value={deadline.trim()}
          choices={[{ value: '', label: t('deadlineNone') }, ...often.map((value) => ({ value, label: value }))]}
          onChoose={(value) => onChange({ deadline: value })}
        />
      </div>
      {deadline.trim() === '' ? null : (
        <Field label={t('atDeadline')} note={t(`atDeadlineWhat.${atDeadline}`)}>
          {(control) => (
            <Select
              {...control}
              value={atDeadline}
              onChange={(event) => onChange({ atDeadline: event.target.value as DrainSettings['atDeadline'] })}
            >
              {deadlineActions.map((one) => (
                <option key={one} value={one}>
                  {t(`atDeadlines.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}
