'use client';

import { FileOutput } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { writableFormats } from '../../../domain/formats/read-file.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { useExport } from './use-export.ts';

const ExportDialog = dynamic(() => import('./export-dialog.tsx').then((module) => module.ExportDialog), { ssr: false });

interface ExportMenuProps {
  readonly cluster: string;
  readonly newest: number;
}

/** Writes the definition, or an earlier revision of it, in the formats of other tools. */
export function ExportMenu({ cluster, newest }: ExportMenuProps) {
  const t = useTranslations('exportFile');
  const [choice, setChoice] = useExport();
  return (
    <>
      <Menu trigger={<Button icon={<FileOutput aria-hidden className="size-3.5" />}>{t('open')}</Button>}>
        {writableFormats.map((format) => (
          <MenuItem key={format} onSelect={() => void setChoice({ format, revision: null })}>
            {t(`formats.${format}`)}
          </MenuItem>
        ))}
      </Menu>
      {choice ? (
        <ExportDialog
          cluster={cluster}
          newest={newest}
          choice={choice}
          onChoice={(next) => void setChoice(next)}
          onClose={() => void setChoice(null)}
        />
      ) : null}
    </>
  );
}
