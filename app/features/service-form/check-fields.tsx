'use client';

import { useTranslations } from 'use-intl';
import { checkKinds } from '../../../domain/checks/check.ts';
import { checkAgain } from '../../lib/check-again.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { Presets } from '../../ui/presets.tsx';
import { type CheckPace, type CheckValues, checkPaces, paceOf } from './check-values.ts';
import type { ServiceForm } from './use-service-form.ts';

const paces = Object.keys(checkPaces) as CheckPace[];

/** Whether and how each director checks the destinations by itself. */
export function CheckFields({ form }: { readonly form: ServiceForm }) {
  const t = useTranslations('checks');
  const problem = useProblemText();
  const { errors } = form.formState;
  const values = form.watch();
  const isPage = values.checkKind === 'http' || values.checkKind === 'https';
  const text = (field: keyof CheckValues, label: string, note?: string, numeric = true) => (
    <Field label={label} error={problem(errors[field])} note={note}>
      {(control) => (
        <Input
          {...control}
          {...form.register(field, { onChange: () => checkAgain(form, ['checkTimeout', 'checkFrom']) })}
          className="figures"
          inputMode={numeric ? 'numeric' : undefined}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  );
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="label-text mb-1 font-medium">{t('legend')}</legend>
      <Field label={t('kind')} error={problem(errors.checkKind)} note={t('note')}>
        {(control) => (
          <Select {...control} {...form.register('checkKind')}>
            <option value="">{t('kinds.none')}</option>
            {checkKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {values.checkKind === '' ? null : (
        <>
          <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
            {isPage ? text('checkPath', t('path'), undefined, false) : null}
            {isPage ? text('checkHost', t('host'), t('hostNote'), false) : null}
            {isPage ? (
              <div className="grid grid-cols-2 gap-3">
                {text('checkFrom', t('statusFrom'))}
                {text('checkTo', t('statusTo'))}
              </div>
            ) : null}
            {isPage ? text('checkBody', t('body'), t('bodyNote'), false) : null}
            {text('checkPort', t('port'), t('portNote'))}
          </div>
          <Presets
            label={t('pace')}
            value={paceOf(values) ?? ''}
            choices={paces.map((pace) => ({ value: pace, label: t(`paces.${pace}`) }))}
            onChoose={(pace) => {
              for (const [field, value] of Object.entries(checkPaces[pace as CheckPace]))
                form.setValue(field as keyof CheckValues, value, { shouldDirty: true });
              checkAgain(form, ['checkTimeout', 'checkInterval', 'checkRise', 'checkFall']);
            }}
          />
          <div className="grid grid-cols-4 gap-3 max-sm:grid-cols-2">
            {text('checkInterval', t('interval'))}
            {text('checkTimeout', t('timeout'))}
            {text('checkFall', t('fall'))}
            {text('checkRise', t('rise'))}
          </div>
          <p className="text-[12px] text-ink-2 leading-4">
            <Noticed values={values} /> {t('damping')} {t('rip')} {values.checkKind === 'https' ? t('httpsNote') : null}
          </p>
        </>
      )}
    </fieldset>
  );
}

/** How long a failure takes to be noticed: as many intervals as it takes failures, and the last one's timeout. */
function Noticed({ values }: { readonly values: CheckValues }) {
  const t = useTranslations('checks');
  const [interval, timeout, fall] = [values.checkInterval, values.checkTimeout, values.checkFall].map(Number);
  const seconds = (interval ?? 0) * (fall ?? 0) + (timeout ?? 0);
  return Number.isInteger(seconds) && seconds > 0 ? t('noticed', { seconds: String(seconds) }) : null;
}
