'use client';

import { useTranslations } from 'use-intl';
import type { SysctlName } from '../../../domain/lvs/sysctl.ts';
import { Input } from '../../ui/controls.tsx';
import type { FieldControl } from '../../ui/field.tsx';
import { Presets } from '../../ui/presets.tsx';
import type { SettingsForm } from './use-settings-form.ts';

interface NumberSettingProps {
  readonly form: SettingsForm;
  readonly field: `timeouts.${'tcp' | 'tcpfin' | 'udp'}` | `sysctls.${SysctlName}`;
  readonly control: FieldControl;
  /** What a kernel begins with. */
  readonly initial: number;
}

/** A setting that is a number to be typed; empty leaves it as it is. */
export function NumberSetting({ form, field, control, initial }: NumberSettingProps) {
  const t = useTranslations('settings');
  const value = form.watch(field).trim();
  return (
    <div className="flex flex-col gap-1">
      <Input
        {...control}
        {...form.register(field)}
        placeholder={t('leave')}
        className="figures"
        inputMode="numeric"
        autoComplete="off"
      />
      <Presets
        label={t('defined')}
        value={value}
        choices={[
          { value: '', label: t('leave') },
          { value: String(initial), label: String(initial) },
        ]}
        onChoose={(next) => form.setValue(field, next, { shouldDirty: true, shouldValidate: true })}
      />
    </div>
  );
}
