'use client';

import { useTranslations } from 'use-intl';
import { Terminal } from '../../ui/terminal.tsx';
import { jsonDifferences } from './json-difference.ts';

interface AuditDifferenceProps {
  readonly before: unknown;
  readonly after: unknown;
}

/** What was written, line by line: `-` as it was, `+` as it is. */
export function AuditDifference({ before, after }: AuditDifferenceProps) {
  const t = useTranslations('audit');
  const differences = jsonDifferences(before, after);
  return (
    <div>
      <h3 className="mb-1 font-medium">{t('difference')}</h3>
      {differences.length === 0 ? (
        <p className="text-ink-2">{t('noDifference')}</p>
      ) : (
        <Terminal label={t('difference')}>
          {differences.map(({ path, before: old, after: now }) => (
            <span key={path}>
              {old === null ? null : <span className="text-bad">{`- ${line(path, old)}\n`}</span>}
              {now === null ? null : <span className="text-ok">{`+ ${line(path, now)}\n`}</span>}
            </span>
          ))}
        </Terminal>
      )}
    </div>
  );
}

const line = (path: string, value: string): string => (path ? `${path}: ${value}` : value);
