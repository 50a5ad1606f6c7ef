'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { guardNames } from '../../../domain/definition/flat-settings.ts';
import { driftPolicies, type Settings } from '../../../domain/definition/settings.ts';
import type { DirectorKernel } from '../../../domain/display/views.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/controls.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { ChangeRequest } from '../change/change-request.ts';
import { ChangeSteps } from '../change/change-steps.tsx';
import { definitionChange } from '../change/definition-change.ts';
import { useKeptForm } from '../change/use-kept-form.tsx';
import { GuardSetting } from './guard-setting.tsx';
import { sysctlGroups, sysctlsOfGroup } from './setting-groups.ts';
import { SettingRow } from './setting-row.tsx';
import { SettingsGroup } from './settings-group.tsx';
import { changedSettings, type SettingsValues, timeoutNames, valuesOfSettings } from './settings-values.ts';
import { SysctlSetting } from './sysctl-setting.tsx';
import { TimeoutSetting } from './timeout-setting.tsx';
import { useSettingsForm } from './use-settings-form.ts';

interface SettingsFormProps {
  readonly cluster: string;
  readonly revision: number;
  readonly settings: Settings;
  readonly kernels: readonly DirectorKernel[];
}

/** All settings of a cluster, each beside what the kernels have; what is changed is previewed and applied as one. */
export function SettingsForm({ cluster, revision, settings, kernels }: SettingsFormProps) {
  const t = useTranslations('settings');
  const lacks = useLacks('operator');
  const form = useSettingsForm(settings, revision);
  const kept = useKeptForm(form, revision);
  const { forget } = kept;
  const [request, setRequest] = useState<ChangeRequest | null>(null);
  const before = form.formState.defaultValues as SettingsValues;
  const changed = changedSettings(before, form.watch());
  // What somebody else applies is taken over while nothing is typed; else the console tells of the conflict.
  const isBehind = changed === 0 && revision !== before.base;
  useEffect(() => {
    if (!isBehind) return;
    form.reset(valuesOfSettings(settings, revision));
    forget();
  }, [isBehind, form, settings, revision, forget]);
  const letGo = (values?: SettingsValues) => {
    form.reset(values);
    forget();
  };

  const preview = form.handleSubmit(({ checked }) =>
    setRequest(
      definitionChange({
        cluster,
        base: form.getValues('base'),
        onApplied: () => letGo(form.getValues()),
        onKept: () => letGo(),
        change: () => ({ kind: 'set-settings', settings: checked }),
      }),
    ),
  );
  const rows = { form, defined: settings, kernels };
  return (
    <form onSubmit={(event) => void preview(event)} noValidate>
      {kept.notice}
      <p className="border-b px-4 py-2 text-ink-2">
        {t('intro')} {lacks}
      </p>
      <fieldset disabled={lacks !== null} className="contents">
        <SettingsGroup title={t('groups.drift')} kernels={false}>
          <SettingRow
            label={t('drift.label')}
            text={t('drift.text')}
            error={null}
            changed={form.watch('drift') !== settings.drift}
          >
            {(control) => (
              <Select {...control} {...form.register('drift')}>
                {driftPolicies.map((policy) => (
                  <option key={policy} value={policy}>
                    {t(`drift.${policy}`)}
                  </option>
                ))}
              </Select>
            )}
          </SettingRow>
        </SettingsGroup>
        <SettingsGroup title={t('groups.guard')} kernels={false}>
          {guardNames.map((name) => (
            <GuardSetting key={name} name={name} form={form} defined={settings} />
          ))}
        </SettingsGroup>
        <SettingsGroup title={t('groups.timeouts')}>
          {timeoutNames.map((name) => (
            <TimeoutSetting key={name} name={name} {...rows} />
          ))}
        </SettingsGroup>
        {sysctlGroups.map((group) => (
          <SettingsGroup key={group} title={t(`groups.${group}`)}>
            {sysctlsOfGroup[group].map((name) => (
              <SysctlSetting key={name} name={name} {...rows} />
            ))}
          </SettingsGroup>
        ))}
      </fieldset>
      <div className="sticky bottom-0 z-20 flex flex-wrap items-center justify-end gap-2 border-t bg-panel px-4 py-2">
        <output className="mr-auto text-ink-2">{t('changed', { count: changed })}</output>
        {changed > 0 ? <Button onClick={() => letGo()}>{t('discard')}</Button> : null}
        <Button type="submit" look="primary" offBecause={lacks ?? (changed === 0 ? t('previewOff') : null)}>
          {t('preview')}
        </Button>
      </div>
      {request ? (
        <Dialog open drawer onClose={() => setRequest(null)} title={t('drawer', { cluster })} closesOutside={false}>
          <ChangeSteps request={request} onClose={() => setRequest(null)} />
        </Dialog>
      ) : null}
    </form>
  );
}
