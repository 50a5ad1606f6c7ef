'use client';

import { useTranslations } from 'use-intl';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { FormPart } from './form-part.tsx';
import type { FormProps } from './form-props.ts';

/** Whether each wave holds for a deployment, and where its servers can be tried meanwhile. */
export function DeploymentChoice(props: FormProps) {
  const { values, onChange } = props;
  const t = useTranslations('releases.form');
  return (
    <FormPart title={t('deployment')}>
      <Checkbox
        label={t('hold')}
        checked={values.hold}
        onChange={(event) => onChange({ hold: event.target.checked })}
      />
      <Checkbox
        label={t('testing')}
        checked={values.testing}
        onChange={(event) => onChange({ testing: event.target.checked })}
      />
      {values.testing ? <TestService {...props} /> : null}
    </FormPart>
  );
}

function TestService({ view, values, onChange, problem }: FormProps) {
  const t = useTranslations('releases.form');
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <Field label={t('testAddress')} error={problem('testService.address')} className="w-44">
          {(control) => (
            <Input
              {...control}
              className="figures"
              autoComplete="off"
              spellCheck={false}
              value={values.testAddress}
              onChange={(event) => onChange({ testAddress: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('testPort')} error={problem('testService.port')} className="w-24">
          {(control) => (
            <Input
              {...control}
              className="figures text-right"
              inputMode="numeric"
              value={values.testPort}
              onChange={(event) => onChange({ testPort: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('testLike')} error={problem('testService.like')} className="w-60">
          {(control) => (
            <Select {...control} value={values.testLike} onChange={(event) => chooseLike(event.target.value)}>
              <option value="">–</option>
              {view.services.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name} {key}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <p className="text-[12px] text-ink-3">{t('testNote')}</p>
    </div>
  );

  function chooseLike(testLike: string): void {
    const protocol = (['TCP', 'UDP', 'SCTP'] as const).find((one) => testLike.startsWith(one)) ?? 'TCP';
    onChange({ testLike, testProtocol: protocol });
  }
}
