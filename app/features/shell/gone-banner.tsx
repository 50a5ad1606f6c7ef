'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Banner } from '../../ui/banner.tsx';

/** Says that what the page shows was removed while it was open. */
export function GoneBanner() {
  const t = useTranslations('shell');
  return (
    <Banner tone="warn" icon={Trash2}>
      {t('gone')}
    </Banner>
  );
}
