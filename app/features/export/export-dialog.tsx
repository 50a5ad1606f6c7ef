'use client';

import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { writableFormats } from '../../../domain/formats/read-file.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { formatCount } from '../../lib/formats.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Terminal } from '../../ui/terminal.tsx';
import { downloadText } from './download-text.ts';
import type { ExportChoice } from './export-choice.ts';

interface ExportDialogProps {
  readonly cluster: string;
  readonly newest: number;
  readonly choice: ExportChoice;
  readonly onChoice: (choice: ExportChoice) => void;
  readonly onClose: () => void;
}

/** Most lines that are shown; nobody reads more of them in a dialog. */
const mostLines = 2000;

/** A definition in another tool's format, to be copied or saved. */
export function ExportDialog({ cluster, newest, choice, onChoice, onClose }: ExportDialogProps) {
  const t = useTranslations('exportFile');
  const refusalText = useRefusalText();
  const { format } = choice;
  const revision = choice.revision ?? newest;
  // Once each: the audit log tells of every export.
  const { data, error } = useQuery({
    queryKey: ['export', cluster, revision, format],
    queryFn: () => consoleClient().export.text.mutate({ cluster, revision, format }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const shown = useMemo(() => {
    const lines = (data?.text ?? '').replace(/\n$/, '').split('\n');
    return { text: lines.slice(0, mostLines).join('\n'), all: lines.length };
  }, [data]);
  return (
    <Dialog open drawer onClose={onClose} title={t('title', { cluster, revision: String(revision) })}>
      <DialogBody className="flex flex-col gap-3">
        <div className="shrink-0">
          <Segments
            label={t('format')}
            value={format}
            onChoose={(next) => onChoice({ ...choice, format: next })}
            choices={writableFormats.map((value) => ({ value, label: t(`formats.${value}`) }))}
          />
        </div>
        <p className="text-ink-2">
          {t(`notes.${format}`)} {t('drains')}
        </p>
        <RefusalText>{refusalText(error)}</RefusalText>
        {data ? (
          <>
            <Terminal label={data.name}>{shown.text}</Terminal>
            {shown.all > mostLines ? (
              <p className="text-ink-3">{t('cut', { shown: formatCount(mostLines), all: formatCount(shown.all) })}</p>
            ) : null}
          </>
        ) : error ? null : (
          <output className="text-ink-2">{t('writing')}</output>
        )}
      </DialogBody>
      {data ? (
        <DialogFoot>
          <span className="label-text mr-auto">{t('lines', { count: shown.all })}</span>
          <CopyButton text={data.text} />
          <Button
            look="primary"
            icon={<Download aria-hidden className="size-3.5" />}
            onClick={() => downloadText(data.name, data.mediaType, data.text)}
          >
            {t('download', { name: data.name })}
          </Button>
        </DialogFoot>
      ) : null}
    </Dialog>
  );
}
