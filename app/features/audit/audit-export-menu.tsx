'use client';

import { FileDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { AuditFilters } from '../../../domain/audit/audit-row.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { exportHref } from './export-href.ts';

/** Takes the rows that match as a file; the log tells who took them. */
export function AuditExportMenu({ filters }: { readonly filters: AuditFilters }) {
  const t = useTranslations('audit');
  return (
    <Menu trigger={<Button icon={<FileDown aria-hidden className="size-3.5" />}>{t('export')}</Button>}>
      <MenuItem onSelect={() => location.assign(exportHref('csv', filters))}>{t('exportCsv')}</MenuItem>
      <MenuItem onSelect={() => location.assign(exportHref('jsonl', filters))}>{t('exportJsonl')}</MenuItem>
      <p className="max-w-64 px-3 pt-1 pb-1 text-[12px] text-ink-3 leading-4">
        {Object.keys(filters).length > 0 ? t('exportMatching') : t('exportAll')}
      </p>
    </Menu>
  );
}
