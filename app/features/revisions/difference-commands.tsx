'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import { formatCount } from '../../lib/formats.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Terminal } from '../../ui/terminal.tsx';
import { useDifferences } from '../numbers/use-differences.ts';
import { type LineBetween, linesBetween } from './lines-between.ts';

interface DifferenceCommandsProps {
  readonly before: Definition;
  readonly after: Definition;
}

/** Most commands that are written out. */
const mostLines = 2000;

/** A difference as the commands that lead from one definition to the other. */
export function DifferenceCommands({ before, after }: DifferenceCommandsProps) {
  const t = useTranslations('revisions');
  const change = useTranslations('change');
  const lines = useMemo(() => linesBetween(before, after), [before, after]);
  if (lines.length === 0) return <p className="px-4 py-3 text-ink-2">{t('noLines')}</p>;
  return (
    <div className="flex flex-col items-start gap-2 px-4 py-3">
      <CopyButton text={lines.map(({ line }) => `${line}\n`).join('')} />
      <div className="w-full">
        <Terminal label={t('asLines')}>
          {lines.slice(0, mostLines).map((line) => (
            <CommandLine key={line.line} line={line} />
          ))}
          {lines.length > mostLines ? (
            <span className="text-ink-3">{change('more', { count: formatCount(lines.length - mostLines) })}</span>
          ) : null}
        </Terminal>
      </div>
    </div>
  );
}

function CommandLine({ line: { line, reason } }: { readonly line: LineBetween }) {
  const differences = useDifferences();
  return (
    <>
      {line}
      {reason?.why === 'differs' ? <span className="text-ink-3"> # {differences(reason.differences)}</span> : null}
      {'\n'}
    </>
  );
}
