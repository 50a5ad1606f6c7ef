'use client';

import { useTranslations } from 'use-intl';
import type { Settings } from '../../../domain/definition/settings.ts';
import type { DirectorKernel } from '../../../domain/display/views.ts';
import { type SysctlName, sameSysctl, sysctls } from '../../../domain/lvs/sysctl.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Select } from '../../ui/controls.tsx';
import { KernelNow } from './kernel-now.tsx';
import { kernelValues } from './kernel-values.ts';
import { NumberSetting } from './number-setting.tsx';
import { settingChoices } from './setting-choices.ts';
import { SettingRow } from './setting-row.tsx';
import type { SettingsForm } from './use-settings-form.ts';

interface SysctlSettingProps {
  readonly form: SettingsForm;
  readonly name: SysctlName;
  readonly defined: Settings;
  readonly kernels: readonly DirectorKernel[];
}

/** One of `net.ipv4.vs.*`. */
export function SysctlSetting({ form, name, defined, kernels }: SysctlSettingProps) {
  const t = useTranslations('settings');
  const problem = useProblemText();
  const field = `sysctls.${name}` as const;
  const wanted = defined.sysctls[name];
  const value = form.watch(field);
  const choices = settingChoices(name);
  const known = choices?.some((choice) => String(choice.value) === value);
  return (
    <SettingRow
      label={<span className="figures">{name}</span>}
      text={t(`sysctls.${name}`)}
      initial={String(sysctls[name].initial)}
      error={problem(form.formState.errors.sysctls?.[name])}
      changed={value.trim() !== (wanted === undefined ? '' : String(wanted))}
      kernel={
        <KernelNow
          values={kernelValues(kernels, (settings) => settings.sysctls[name])}
          agrees={(now) => wanted === undefined || sameSysctl(name, now, wanted)}
        />
      }
    >
      {(control) =>
        choices ? (
          <Select {...control} {...form.register(field)}>
            <option value="">{t('leave')}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {t(`values.${choice.word}`)}
              </option>
            ))}
            {value === '' || known ? null : <option value={value}>{t('other', { value })}</option>}
          </Select>
        ) : (
          <NumberSetting form={form} field={field} control={control} initial={sysctls[name].initial} />
        )
      }
    </SettingRow>
  );
}
