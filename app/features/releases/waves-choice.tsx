'use client';

import { useTranslations } from 'use-intl';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { FormPart } from './form-part.tsx';
import type { FormProps } from './form-props.ts';
import { labelNames } from './label-names.ts';
import { NumberField } from './number-field.tsx';
import { waveWays } from './release-values.ts';

/** How real servers are dealt out to waves. */
export function WavesChoice(props: FormProps) {
  const { view, values, onChange, problem } = props;
  const t = useTranslations('releases.form');
  const wrong = problem('waves') ?? problem('waves.waves') ?? problem('realServers');
  const labels = labelNames(view.realServers);
  return (
    <FormPart title={t('waves')}>
      <div>
        <Segments
          label={t('waves')}
          value={values.by}
          onChoose={(by) => onChange({ by })}
          choices={waveWays.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      {values.by === 'count' ? (
        <NumberField
          label={t('countOf')}
          error={problem('waves.count')}
          value={values.count}
          onType={(count) => onChange({ count })}
        />
      ) : null}
      {values.by === 'percent' ? (
        <NumberField
          label={t('percentOf')}
          error={problem('waves.percent')}
          value={values.percent}
          onType={(percent) => onChange({ percent })}
        />
      ) : null}
      {values.by === 'label' ? (
        <Field
          label={t('labelOf')}
          note={labels.length > 0 ? t('labelNote') : t('noLabels')}
          error={problem('waves.label')}
          className="w-60"
        >
          {(control) => (
            <Select {...control} value={values.label} onChange={(event) => onChange({ label: event.target.value })}>
              <option value="">–</option>
              {labels.map((label) => (
                <option key={label} value={label}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      {values.by === 'hand' ? <HandWaves {...props} /> : null}
      {wrong ? <p className="text-bad">{wrong}</p> : null}
      <Field label={t('takenOut')} className="w-60">
        {(control) => (
          <Select
            {...control}
            value={values.takenOut}
            onChange={(event) => onChange({ takenOut: event.target.value === 'wait' ? 'wait' : 'leave-out' })}
          >
            <option value="leave-out">{t('leave-out')}</option>
            <option value="wait">{t('wait-for')}</option>
          </Select>
        )}
      </Field>
    </FormPart>
  );
}

function HandWaves({ view, values, onChange }: FormProps) {
  const t = useTranslations('releases.form');
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-[12px] text-ink-3">{t('handNote')}</p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-5 gap-y-1">
        {view.realServers.map(({ name }) => (
          <li key={name} className="flex items-center justify-between gap-2">
            <span className="truncate" title={name}>
              {name}
            </span>
            <Input
              aria-label={t('waveOf', { server: name })}
              className="figures !w-14 shrink-0 text-right"
              inputMode="numeric"
              value={values.hand[name] ?? ''}
              onChange={(event) => onChange({ hand: { ...values.hand, [name]: event.target.value } })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
