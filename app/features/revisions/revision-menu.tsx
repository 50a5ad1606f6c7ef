'use client';

import { Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { RevisionRow } from '../../../domain/revision/revision-row.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { useExport } from '../export/use-export.ts';
import { auditHref } from './audit-href.ts';

interface RevisionMenuProps {
  readonly cluster: string;
  readonly row: RevisionRow;
  readonly newest: number;
  readonly onCompare: (from: number, to: number) => void;
  readonly onGoBack: (number: number) => void;
}

/** What can be done with one revision. */
export function RevisionMenu({ cluster, row, newest, onCompare, onGoBack }: RevisionMenuProps) {
  const t = useTranslations('revisions');
  const lacks = useLacks('operator');
  const router = useRouter();
  const [, setExport] = useExport();
  const { number } = row;
  const isNow = number === newest ? t('isNow') : null;
  return (
    <Menu
      trigger={
        <Button
          look="bare"
          className="px-1.5"
          aria-label={t('more', { number: String(number) })}
          icon={<Ellipsis aria-hidden className="size-4" />}
        />
      }
    >
      <MenuItem onSelect={() => onCompare(number - 1, number)}>{t('compareBefore')}</MenuItem>
      <MenuItem offBecause={isNow} onSelect={() => onCompare(number, newest)}>
        {t('compareNow')}
      </MenuItem>
      <MenuItem onSelect={() => void setExport({ format: 'shoal-yaml', revision: number })}>{t('export')}</MenuItem>
      <MenuItem onSelect={() => router.push(auditHref(cluster, row))}>{t('audit')}</MenuItem>
      <MenuLine />
      <MenuItem offBecause={lacks ?? isNow} onSelect={() => onGoBack(number)}>
        {t('goBack')}
      </MenuItem>
    </Menu>
  );
}
