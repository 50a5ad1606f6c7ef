'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { type ReadableFormat, readableFormats } from '../../../domain/formats/read-file.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/controls.tsx';
import type { ReadAnswer } from './read-answer.ts';

interface FormatBarProps {
  readonly name: string;
  readonly answer: ReadAnswer;
  /** Whether somebody chose the format. */
  readonly chosen: boolean;
  readonly onFormat: (format: ReadableFormat) => void;
  readonly onAnother: () => void;
}

/** What was read, as which format, and how much of it there is. */
export function FormatBar({ name, answer: { format, definition }, chosen, onFormat, onAnother }: FormatBarProps) {
  const t = useTranslations('importFile');
  const id = useId();
  const services = definition?.services ?? [];
  const destinations = services.reduce((sum, service) => sum + service.destinations.length, 0);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2">
      <span className="figures min-w-0 break-all font-medium">{name}</span>
      {format === 'table' ? (
        <span className="text-ink-2">{t('formats.table')}</span>
      ) : (
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          <label htmlFor={id} className="label-text">
            {t('formatIs')}
          </label>
          <span className="inline-flex w-44">
            <Select id={id} value={format ?? ''} onChange={(event) => onFormat(event.target.value as ReadableFormat)}>
              {format === null ? <option value="">{t('unknownFormat')}</option> : null}
              {readableFormats.map((one) => (
                <option key={one} value={one}>
                  {t(`formats.${one}`)}
                </option>
              ))}
            </Select>
          </span>
          {format === null ? null : <span className="text-ink-3">{chosen ? t('chosen') : t('recognised')}</span>}
        </span>
      )}
      <span className={definition ? '' : 'text-bad'}>
        {definition ? t('summary', { services: services.length, destinations }) : t('nothing')}
      </span>
      <Button className="ml-auto" onClick={onAnother}>
        {t('another')}
      </Button>
    </div>
  );
}
