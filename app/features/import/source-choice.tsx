'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { Segments } from '../../ui/segments.tsx';
import { FileSource } from './file-source.tsx';
import { TableSource } from './table-source.tsx';

interface SourceChoiceProps {
  readonly directors: readonly DirectorHead[];
  readonly onBytes: (name: string, bytes: ArrayBuffer) => void;
  readonly onTable: (director: string) => void;
}

/** What to read: a file, a text, or what a kernel has now. */
export function SourceChoice({ directors, onBytes, onTable }: SourceChoiceProps) {
  const t = useTranslations('importFile');
  const [source, setSource] = useState<'file' | 'table'>('file');
  return (
    <div className="flex max-w-[860px] flex-col gap-3 px-4 py-3">
      <p className="text-ink-2">{t('lead')}</p>
      <div>
        <Segments
          label={t('sources')}
          value={source}
          onChoose={setSource}
          choices={[
            { value: 'file', label: t('file') },
            { value: 'table', label: t('table') },
          ]}
        />
      </div>
      {source === 'file' ? <FileSource onBytes={onBytes} /> : <TableSource directors={directors} onTable={onTable} />}
    </div>
  );
}
