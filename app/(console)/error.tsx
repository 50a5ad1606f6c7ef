'use client';

import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { PageHead } from '../ui/page-head.tsx';

interface ErrorPageProps {
  /** Draws the page anew. */
  readonly retry: () => void;
}

export default function ErrorPage({ retry }: ErrorPageProps) {
  const t = useTranslations('shell');
  return (
    <div role="alert">
      <PageHead title={t('failed')} />
      <div className="flex flex-col items-start gap-3 px-4">
        <p className="text-ink-2">{t('failedWhy')}</p>
        <Button look="primary" onClick={retry}>
          {t('again')}
        </Button>
      </div>
    </div>
  );
}
