'use client';

import { useTranslations } from 'use-intl';
import type { GuardName } from '../../../domain/definition/flat-settings.ts';
import type { Settings } from '../../../domain/definition/settings.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Input } from '../../ui/controls.tsx';
import { Presets } from '../../ui/presets.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SettingsForm } from './use-settings-form.ts';

const often: Record<GuardName, readonly string[]> = {
  leastServing: ['0', '1', '2'],
  leastWeightPercent: ['0', '25', '50', '75'],
};

interface GuardSettingProps {
  readonly form: SettingsForm;
  readonly name: GuardName;
  readonly defined: Settings;
}

/** One of the two numbers below which nobody drains a virtual service. */
export function GuardSetting({ form, name, defined }: GuardSettingProps) {
  const t = useTranslations('settings.guard');
  const problem = useProblemText();
  const field = `guard.${name}` as const;
  const value = form.watch(field).trim() || '0';
  return (
    <SettingRow
      label={t(`${name}.label`)}
      text={t(`${name}.text`)}
      error={problem(form.formState.errors.guard?.[name])}
      changed={value !== String(defined.guard[name])}
    >
      {(control) => (
        <div className="flex flex-col gap-1">
          <Input
            {...control}
            {...form.register(field)}
            placeholder="0"
            className="figures"
            inputMode="numeric"
            autoComplete="off"
          />
          <Presets
            label={t(`${name}.label`)}
            value={value}
            choices={often[name].map((one) => ({ value: one, label: one === '0' ? t('none') : one }))}
            onChoose={(next) => form.setValue(field, next, { shouldDirty: true, shouldValidate: true })}
          />
        </div>
      )}
    </SettingRow>
  );
}
