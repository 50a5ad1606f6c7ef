'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { advise } from '../../../domain/scheduling/advise.ts';
import { type Situation, type Workload, workloads } from '../../../domain/scheduling/situation.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { SchedulerChoice } from './scheduler-choice.tsx';
import { isTaken, persistenceWith, takenAdvice } from './taken-advice.ts';
import type { ServiceForm } from './use-service-form.ts';

const questions = ['equalServers', 'sticky', 'connectionsDiffer', 'fewSources', 'sharedVip'] as const;

/** A few questions about a service, and the schedulers that suit it, the best first, each with its reason. */
export function SchedulerAdvisor({ form }: { readonly form: ServiceForm }) {
  const t = useTranslations('advisor');
  const values = form.watch();
  const [answers, setAnswers] = useState<Omit<Situation, 'key'>>(() => ({
    workload: 'web',
    equalServers: true,
    sticky: form.getValues('persistent'),
    connectionsDiffer: false,
    fewSources: false,
    sharedVip: false,
  }));
  const { choices, persistence: advised } = advise({ ...answers, key: values.kind });
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3 border bg-sunken px-3 py-2.5">
      <Field label={t('workload')}>
        {(control) => (
          <Select
            {...control}
            value={answers.workload}
            onChange={(event) => setAnswers({ ...answers, workload: event.target.value as Workload })}
          >
            {workloads.map((workload) => (
              <option key={workload} value={workload}>
                {t(`workloads.${workload}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex flex-col gap-1.5">
        {questions.map((question) => (
          <Checkbox
            key={question}
            label={t(question)}
            checked={answers[question]}
            onChange={(event) => setAnswers({ ...answers, [question]: event.target.checked })}
          />
        ))}
      </div>
      <ol className="flex flex-col">
        {choices.map((choice, index) => {
          const persistence = persistenceWith(choice, advised);
          return (
            <SchedulerChoice
              key={choice.scheduler}
              choice={choice}
              persistence={persistence}
              best={index === 0}
              typed={values}
              taken={isTaken(values, choice, persistence)}
              onTake={() => {
                for (const [field, value] of Object.entries(takenAdvice(values, choice, persistence)))
                  form.setValue(field as 'scheduler', value as never, { shouldDirty: true });
              }}
            />
          );
        })}
      </ol>
    </section>
  );
}
