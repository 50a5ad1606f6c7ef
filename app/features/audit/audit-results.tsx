'use client';

import { CircleCheck, CircleX, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { AuditResult } from '../../../domain/audit/audit-row.ts';
import { formatCount } from '../../lib/formats.ts';
import { useSimulatedDirectors } from '../../lib/use-simulated-directors.ts';
import { StateWord } from '../../ui/state-word.tsx';
import { Terminal } from '../../ui/terminal.tsx';
import { DirectorName } from '../numbers/director-name.tsx';

/** What became of an intent on each director. */
export function AuditResults({ results }: { readonly results: readonly AuditResult[] }) {
  const t = useTranslations('audit');
  return (
    <section aria-label={t('results')}>
      <h3 className="mb-1 font-medium">{t('results')}</h3>
      <ul className="flex flex-col gap-2">
        {results.map((result) => (
          <Result key={result.director} result={result} />
        ))}
      </ul>
    </section>
  );
}

function Result({ result }: { readonly result: AuditResult }) {
  const t = useTranslations('audit');
  const change = useTranslations('change');
  const simulated = useSimulatedDirectors();
  const { director, phase, readBack, failedLine, error, took } = result;
  const bad = phase === 'failed' || phase === 'refused';
  const tone = phase === 'applied' ? 'ok' : bad ? 'bad' : 'move';
  const icon = phase === 'applied' ? CircleCheck : bad ? CircleX : LoaderCircle;
  return (
    <li>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <DirectorName name={director} simulated={simulated.has(director)} />
        <StateWord tone={tone} icon={icon}>
          {phase === 'applying' ? change('applying') : change(`phase.${phase}`)}
        </StateWord>
        {readBack ? (
          <span className={readBack === 'agrees' ? 'text-ink-2' : 'text-bad'}>{change(`readBack.${readBack}`)}</span>
        ) : null}
        {took === null ? null : <span className="figures text-ink-2">{t('took', { ms: formatCount(took) })}</span>}
      </p>
      {failedLine ? (
        <Terminal label={t('failedLine')}>
          {failedLine}
          {error ? <span className="text-bad"> # {error}</span> : null}
        </Terminal>
      ) : error ? (
        <p className="text-bad">{error}</p>
      ) : null}
    </li>
  );
}
