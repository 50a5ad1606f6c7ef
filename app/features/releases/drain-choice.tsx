'use client';

import { useTranslations } from 'use-intl';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { FormPart } from './form-part.tsx';
import type { FormProps } from './form-props.ts';
import { NumberField } from './number-field.tsx';
import type { ReleaseValues } from './release-values.ts';

const modes = ['wait', 'elsewhere', 'cut'] as const satisfies readonly ReleaseValues['mode'][];
const ends = ['ask', 'cut', 'give-up'] as const satisfies readonly ReleaseValues['atDeadline'][];

/** How the servers of a wave are taken out, by when, and what then. */
export function DrainChoice({ values, onChange, problem }: FormProps) {
  const t = useTranslations('releases.form');
  const endText = { ask: t('ask'), cut: t('cut-then'), 'give-up': t('give-up') };
  return (
    <FormPart title={t('drain')}>
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <Field label={t('mode')} className="w-72 max-w-full">
          {(control) => (
            <Select
              {...control}
              value={values.mode}
              onChange={(event) => onChange({ mode: modes.find((one) => one === event.target.value) ?? 'wait' })}
            >
              {modes.map((mode) => (
                <option key={mode} value={mode}>
                  {t(mode)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {values.mode === 'cut' ? null : (
          <>
            <NumberField
              label={t('deadline')}
              note={t('deadlineNote')}
              error={problem('drain.deadline')}
              value={values.deadline}
              onType={(deadline) => onChange({ deadline })}
            />
            <Field label={t('atDeadline')} className="w-48">
              {(control) => (
                <Select
                  {...control}
                  value={values.atDeadline}
                  onChange={(event) =>
                    onChange({ atDeadline: ends.find((one) => one === event.target.value) ?? 'ask' })
                  }
                >
                  {ends.map((end) => (
                    <option key={end} value={end}>
                      {endText[end]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </>
        )}
      </div>
      {values.mode === 'cut' ? null : (
        <Checkbox
          label={t('ignoresPersistence')}
          checked={values.ignoresPersistence}
          onChange={(event) => onChange({ ignoresPersistence: event.target.checked })}
        />
      )}
    </FormPart>
  );
}
