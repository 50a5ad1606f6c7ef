'use client';

import { useTranslations } from 'use-intl';
import { FormPart } from './form-part.tsx';
import type { FormProps } from './form-props.ts';
import { NumberField } from './number-field.tsx';

/** What a wave must show before it returns, how it returns, and how long it is watched. */
export function VerifyChoice({ values, onChange, problem }: FormProps) {
  const t = useTranslations('releases.form');
  return (
    <FormPart title={t('verify')}>
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <NumberField
          label={t('passes')}
          note={t('passesNote')}
          error={problem('verify.passes')}
          value={values.passes}
          onType={(passes) => onChange({ passes })}
        />
        <NumberField
          label={`${t('within')} (${t('seconds')})`}
          error={problem('verify.within')}
          value={values.within}
          onType={(within) => onChange({ within })}
        />
        <NumberField
          label={t('ramp')}
          note={t('rampNote')}
          error={problem('ramp')}
          value={values.ramp}
          onType={(ramp) => onChange({ ramp })}
        />
        <NumberField
          label={t('watch')}
          note={t('watchNote')}
          error={problem('watch')}
          value={values.watch}
          onType={(watch) => onChange({ watch })}
        />
      </div>
    </FormPart>
  );
}
