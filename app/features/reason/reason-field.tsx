'use client';

import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { TextArea } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';

interface ReasonFieldProps {
  readonly value: string;
  readonly onType: (reason: string) => void;
  readonly error?: string | null;
  readonly field?: RefObject<HTMLTextAreaElement | null>;
}

/** The field for the reason that the audit log keeps; Ctrl Enter sends the form. */
export function ReasonField({ value, onType, error, field }: ReasonFieldProps) {
  const t = useTranslations('change');
  return (
    <Field label={t('reason')} note={t('reasonNote')} error={error}>
      {(control) => (
        <TextArea
          {...control}
          ref={field}
          rows={2}
          maxLength={500}
          value={value}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
      )}
    </Field>
  );
}
