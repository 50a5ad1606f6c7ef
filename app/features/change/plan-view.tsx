'use client';

import { useTranslations } from 'use-intl';
import type { DirectorPreview, PreviewStep } from '../../../domain/display/preview.ts';
import { formatCount } from '../../lib/formats.ts';
import { Terminal } from '../../ui/terminal.tsx';
import { DirectorName } from '../numbers/director-name.tsx';
import { useDifferences } from '../numbers/use-differences.ts';

/** Most lines of a plan that are written out. */
const mostLines = 200;

/** What would be done on each director, as the commands that do the same by hand, each with its reason. */
export function PlanView({ directors }: { readonly directors: readonly DirectorPreview[] }) {
  const t = useTranslations('change');
  if (directors.length === 0) return <p className="text-ink-2">{t('noDirector')}</p>;
  return directors.map((preview) => (
    <div key={preview.director}>
      <h3 className="mb-1 flex flex-wrap items-baseline gap-x-2 font-medium">
        <DirectorName name={preview.director} simulated={preview.simulated} linked={false} />
        <span className="font-normal text-[12px] text-ink-3">
          {preview.observationAge === null
            ? t('noObservation')
            : t('basedOn', { age: formatCount(Math.round(preview.observationAge / 1000)) })}
        </span>
      </h3>
      {preview.observationAge === null ? null : preview.steps.length === 0 ? (
        <p className="text-ink-2">{t('agrees')}</p>
      ) : (
        <Terminal label={t('planOn', { director: preview.director })}>
          {preview.steps.slice(0, mostLines).map((step) => (
            <PlanLine key={step.line} step={step} />
          ))}
          {preview.steps.length > mostLines ? (
            <span className="text-ink-3">{t('more', { count: formatCount(preview.steps.length - mostLines) })}</span>
          ) : null}
        </Terminal>
      )}
    </div>
  ));
}

function PlanLine({ step }: { readonly step: PreviewStep }) {
  const t = useTranslations('change');
  const differences = useDifferences();
  const why =
    step.reason.why === 'differs'
      ? t('why.differs', { differences: differences(step.reason.differences) })
      : t(`why.${step.reason.why}`);
  return (
    <>
      {step.line} <span className="text-ink-3"># {why}</span>
      {'\n'}
    </>
  );
}
