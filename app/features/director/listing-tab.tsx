'use client';

import { useTranslations } from 'use-intl';
import type { DirectorView } from '../../../domain/display/views.ts';
import { useFreshness } from '../../ui/clock.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Terminal } from '../../ui/terminal.tsx';

/** The kernel's table as `ipvsadm -Ln` prints it on the director. */
export function ListingTab({ view }: { readonly view: DirectorView }) {
  const t = useTranslations('director');
  const old = useFreshness(view.director.receivedAt) === 'unknown';
  if (view.ipvsadm === null || old) return <p className="px-4 py-4 text-ink-2">{t('tableUnknown')}</p>;
  return (
    <div className="flex flex-col items-start gap-2 px-4 py-3">
      <CopyButton text={view.ipvsadm} />
      <div className="w-full">
        <Terminal label={t('ipvsadm')}>{view.ipvsadm}</Terminal>
      </div>
    </div>
  );
}
