'use client';

import { FileInput } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { importHref } from './import-href.ts';

interface ImportLinkProps {
  readonly cluster: string;
  /** `today`: for a cluster that has nothing yet. */
  readonly look: 'short' | 'today';
}

/** The way to the import of what runs today. */
export function ImportLink({ cluster, look }: ImportLinkProps) {
  const t = useTranslations('importFile');
  const lacks = useLacks('operator');
  const router = useRouter();
  return (
    <Button
      icon={<FileInput aria-hidden className="size-3.5" />}
      offBecause={lacks}
      onClick={() => router.push(importHref(cluster))}
    >
      {look === 'today' ? t('today') : t('open')}
    </Button>
  );
}
