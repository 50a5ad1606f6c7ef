'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { PageHead } from '../../ui/page-head.tsx';

/** For an address that leads nowhere, or no longer. */
export function NoSuchThing() {
  const t = useTranslations('shell');
  return (
    <>
      <PageHead title={t('notFound')} />
      <div className="flex flex-col items-start gap-2 px-4">
        <p className="text-ink-2">{t('notFoundWhy')}</p>
        <Link href="/" className="text-accent hover:underline">
          {t('back')}
        </Link>
      </div>
    </>
  );
}
