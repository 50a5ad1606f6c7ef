import { useTranslations } from 'use-intl';
import type { Finding } from '../../../domain/diagnosis/finding.ts';
import { formatCount, formatPercent } from '../../lib/formats.ts';
import { figureTexts } from './figure-texts.ts';

/** A finding in words, with its numbers. */
export function useFindingText(finding: Finding): { title: string; text: string } {
  const t = useTranslations('findings');
  const { director } = finding;
  switch (finding.code) {
    case 'drift':
      return { title: t('drift.title', { count: finding.steps.length }), text: t('drift.text', { director }) };
    case 'foreign-in-the-way':
      return {
        title: t('foreign-in-the-way.title', { count: finding.services.length }),
        text: t('foreign-in-the-way.text'),
      };
    case 'setting-unsupported':
      return {
        title: t('setting-unsupported.title', { director, count: finding.names.length }),
        text: t('setting-unsupported.text', { kernel: finding.kernel }),
      };
    case 'unreachable':
      return {
        title: t('unreachable.title', { director }),
        text:
          finding.sinceMs === null
            ? t('unreachable.never')
            : t('unreachable.text', { seconds: formatCount(Math.round(finding.sinceMs / 1000)) }),
      };
    case 'apply-failed':
      return { title: t('apply-failed.title', { director }), text: t('apply-failed.text') };
    case 'intent-refused':
      return { title: t('intent-refused.title', { director, code: finding.refusal }), text: t('intent-refused.text') };
    case 'agent-trouble':
      return { title: t('agent-trouble.title', { director }), text: t('agent-trouble.text') };
    case 'release-halted':
      return {
        title: t('release-halted.title', { wave: String(finding.wave) }),
        text: t(`release-halted.why.${finding.why}`),
      };
    case 'skew-persistence':
    case 'skew': {
      const { most, mostShare, mostExpected } = finding.skew;
      const values = { destination: most, got: formatPercent(mostShare), expected: formatPercent(mostExpected) };
      if (finding.code === 'skew') return { title: t('skew.title', values), text: t('skew.text') };
      const { persistConnAll } = finding.skew;
      return {
        title: t('skew-persistence.title', values),
        text: [
          persistConnAll > 0 ? t('templates', { all: persistConnAll, ...percentOf(finding.skew) }) : '',
          t('skew-persistence.text', { timeout: formatCount(finding.timeout) }),
        ]
          .join(' ')
          .trim(),
      };
    }
    case 'drain-held-by-persistence':
      return {
        title: t('drain-held-by-persistence.title', {
          destination: finding.destination,
          count: finding.persistConn,
        }),
        text: t('drain-held-by-persistence.text', { timeout: formatCount(finding.timeout) }),
      };
    case 'drain-past-deadline': {
      const { activeConn, persistConn } = finding.drain;
      const left = { active: activeConn ?? 0, clients: persistConn ?? 0 };
      return {
        title: t('drain-past-deadline.title', { destination: finding.destination }),
        text: t('drain-past-deadline.text', left),
      };
    }
    case 'no-destination-serves':
      return { title: t('no-destination-serves.title'), text: t('no-destination-serves.text') };
    default: {
      const values = { ...figureTexts(finding.figures), destination: finding.destination ?? '' };
      return { title: t(`${finding.code}.title`, values), text: t(`${finding.code}.text`, values) };
    }
  }
}

const percentOf = ({ persistConn, persistConnAll }: { persistConn: number; persistConnAll: number }) => ({
  percent: formatPercent(persistConn / persistConnAll),
});
