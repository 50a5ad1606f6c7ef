'use client';

import { useTranslations } from 'use-intl';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import { type DestinationKeyText, destinationKeyText } from '../../../domain/lvs/destination-key.ts';
import { Input } from '../../ui/controls.tsx';
import { readWeight } from './read-weight.ts';

interface WeightFieldsProps {
  readonly service: ServiceDefinition;
  readonly nameOf: (key: DestinationKeyText) => string;
  /** As they are typed. */
  readonly typed: ReadonlyMap<DestinationKeyText, string>;
  readonly onType: (key: DestinationKeyText, text: string) => void;
}

/** A field for each destination's weight, to try others. */
export function WeightFields({ service, nameOf, typed, onType }: WeightFieldsProps) {
  const t = useTranslations('whatIf');
  return (
    <fieldset className="shrink-0">
      <legend className="label-text mb-1">{t('weights')}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-4 gap-y-1">
        {service.destinations.map((to) => {
          const key = destinationKeyText(to);
          const text = typed.get(key) ?? String(to.weight);
          const wrong = readWeight(text) === null;
          return (
            <div key={key} className="flex items-center justify-between gap-2" title={key}>
              <span className="truncate">{nameOf(key)}</span>
              <Input
                aria-label={t('weightOf', { destination: key })}
                aria-invalid={wrong || undefined}
                title={wrong ? t('weightWrong') : undefined}
                className="figures !w-20 shrink-0 text-right"
                inputMode="numeric"
                value={text}
                onChange={(event) => onType(key, event.target.value)}
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
