'use client';

import { useTranslations } from 'use-intl';
import type { Settings } from '../../../domain/definition/settings.ts';
import type { DirectorKernel } from '../../../domain/display/views.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { KernelNow } from './kernel-now.tsx';
import { kernelValues } from './kernel-values.ts';
import { NumberSetting } from './number-setting.tsx';
import { SettingRow } from './setting-row.tsx';
import type { TimeoutName } from './settings-values.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** Seconds that a kernel begins with (`tcp_timeouts`, `udp_timeouts` of ip_vs_proto_tcp.c and ip_vs_proto_udp.c). */
const initial: Record<TimeoutName, number> = { tcp: 900, tcpfin: 120, udp: 300 };

interface TimeoutSettingProps {
  readonly form: SettingsForm;
  readonly name: TimeoutName;
  readonly defined: Settings;
  readonly kernels: readonly DirectorKernel[];
}

/** One of the three timeouts of `ipvsadm --set`. */
export function TimeoutSetting({ form, name, defined, kernels }: TimeoutSettingProps) {
  const t = useTranslations('settings');
  const problem = useProblemText();
  const field = `timeouts.${name}` as const;
  const wanted = defined.timeouts[name];
  return (
    <SettingRow
      label={`${t(`timeouts.${name}.label`)}, ${t('seconds')}`}
      text={t(`timeouts.${name}.text`)}
      initial={`${initial[name]} ${t('seconds')}`}
      error={problem(form.formState.errors.timeouts?.[name])}
      changed={form.watch(field).trim() !== (wanted === null ? '' : String(wanted))}
      kernel={
        <KernelNow
          values={kernelValues(kernels, (settings) => settings.timeouts[name])}
          agrees={(now) => wanted === null || now === wanted}
          unit={t('seconds')}
        />
      }
    >
      {(control) => <NumberSetting form={form} field={field} control={control} initial={initial[name]} />}
    </SettingRow>
  );
}
