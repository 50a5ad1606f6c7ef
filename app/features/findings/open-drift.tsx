'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';

/** Leads to the three sides of a director's drift, where each can be adopted, re-applied or ignored. */
export function OpenDrift({ director }: { readonly director: string }) {
  const t = useTranslations('drift');
  const router = useRouter();
  return (
    <Button onClick={() => router.push(`/directors/${encodeURIComponent(director)}?tab=drift`)}>{t('open')}</Button>
  );
}
