'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { DirectorView } from '../../../domain/display/views.ts';

/** What happens to hand edits on this director's cluster, and where that is set. */
export function PolicyLine({ view }: { readonly view: DirectorView }) {
  const t = useTranslations('drift');
  return (
    <p className="text-ink-2">
      {t(`policy.${view.driftPolicy}`)}{' '}
      <Link
        href={`/clusters/${encodeURIComponent(view.director.cluster)}?tab=settings`}
        className="text-accent underline"
      >
        {t('policyLink')}
      </Link>
    </p>
  );
}
