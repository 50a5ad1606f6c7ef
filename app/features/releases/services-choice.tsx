'use client';

import { useTranslations } from 'use-intl';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FormPart } from './form-part.tsx';
import type { FormProps } from './form-props.ts';

/** The virtual services that servers are taken out of: all of the cluster, or some. */
export function ServicesChoice({ view, values, onChange, problem }: FormProps) {
  const t = useTranslations('releases.form');
  const { services } = values;
  const wrong = problem('services');
  return (
    <FormPart title={t('services')}>
      <div className="flex flex-wrap gap-x-6 gap-y-1.5">
        <Checkbox
          label={t('allServices')}
          checked={services.length === 0}
          onChange={() => onChange({ services: [] })}
        />
        {view.services.map(({ key, name }) => (
          <Checkbox
            key={key}
            label={
              <>
                {name} <span className="figures text-ink-3">{key}</span>
              </>
            }
            checked={services.includes(key)}
            onChange={(event) =>
              onChange({
                services: event.target.checked ? [...services, key] : services.filter((other) => other !== key),
              })
            }
          />
        ))}
      </div>
      {wrong ? <p className="text-bad">{wrong}</p> : null}
    </FormPart>
  );
}
