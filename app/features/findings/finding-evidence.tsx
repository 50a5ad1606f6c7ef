'use client';

import { useTranslations } from 'use-intl';
import type { FigureName } from '../../../domain/diagnosis/figures.ts';
import type { Finding } from '../../../domain/diagnosis/finding.ts';
import { ipvsadmLine } from '../../../domain/plan/ipvsadm-line.ts';
import { formatCount } from '../../lib/formats.ts';
import { Terminal } from '../../ui/terminal.tsx';
import { formatChance } from '../numbers/verdict-word.tsx';
import { figureTexts } from './figure-texts.ts';

/** Most lines of a drift that are written out. */
const mostLines = 12;

/** The numbers or lines that a finding rests on. */
export function FindingEvidence({ finding }: { readonly finding: Finding }) {
  const t = useTranslations('findings');
  const change = useTranslations('change');
  switch (finding.code) {
    case 'drift': {
      const more = finding.steps.length - mostLines;
      return (
        <div className="mt-1.5">
          <Terminal label={t('evidence')}>
            {finding.steps.slice(0, mostLines).map((step) => `${ipvsadmLine(step)}\n`)}
            {more > 0 ? change('more', { count: formatCount(more) }) : null}
          </Terminal>
        </div>
      );
    }
    case 'foreign-in-the-way':
      return (
        <p className="figures text-ink-2">
          {finding.services.slice(0, mostLines).join(', ')}
          {finding.services.length > mostLines ? ' …' : null}
        </p>
      );
    case 'setting-unsupported':
      return <p className="figures text-ink-2">{finding.names.map((name) => `net.ipv4.vs.${name}`).join(', ')}</p>;
    case 'apply-failed':
      return (
        <Facts
          facts={[
            [t('facts.line'), finding.line],
            [t('facts.kernelSaid'), finding.error],
          ]}
        />
      );
    case 'intent-refused':
    case 'agent-trouble':
      return <Facts facts={[[t('facts.detail'), finding.detail]]} />;
    case 'skew':
    case 'skew-persistence': {
      const { skew } = finding;
      const facts: [string, string][] = [
        [t('facts.connections'), formatCount(skew.connections)],
        [t('facts.seconds'), formatCount(Math.round(skew.seconds))],
        [t('facts.chance'), formatChance(skew.pValue)],
      ];
      if (skew.persistConnAll > 0)
        facts.push([t('facts.templates'), `${formatCount(skew.persistConn)} / ${formatCount(skew.persistConnAll)}`]);
      return <Facts facts={facts} />;
    }
    case 'unreachable':
    case 'drain-held-by-persistence':
    case 'drain-past-deadline':
    case 'no-destination-serves':
    case 'release-halted':
      return null;
    default: {
      const texts = figureTexts(finding.figures);
      const names = Object.keys(finding.figures) as FigureName[];
      return <Facts facts={names.map((name) => [t(`figures.${name}`), texts[name]])} />;
    }
  }
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="mt-0.5 flex flex-wrap gap-x-5 gap-y-0.5">
      {facts.map(([name, value]) => (
        <div key={name} className="flex min-w-0 gap-1.5">
          <dt className="text-ink-3">{name}</dt>
          <dd className="figures min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
