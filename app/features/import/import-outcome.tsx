'use client';

import { useTranslations } from 'use-intl';
import { formatCount } from '../../lib/formats.ts';
import type { Imported } from './import-into.ts';

/** As many as are read at a glance. */
const atFirst = 12;

/** What is replaced in the definition by what was read. */
export function ImportOutcome({ imported: { replaced, renamed, settings } }: { readonly imported: Imported }) {
  const t = useTranslations('importFile');
  if (replaced.length + renamed.length + settings.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 text-ink-2">
      {replaced.length > 0 ? (
        <li>
          {t('replaced', { count: replaced.length })}{' '}
          <span className="figures">{replaced.slice(0, atFirst).join(', ')}</span>{' '}
          {replaced.length > atFirst ? t('more', { count: formatCount(replaced.length - atFirst) }) : null}
        </li>
      ) : null}
      {renamed.length > 0 ? <li>{t('renamed', { count: renamed.length })}</li> : null}
      {settings.length > 0 ? <li>{t('settingsTaken', { names: settings.join(', ') })}</li> : null}
    </ul>
  );
}
