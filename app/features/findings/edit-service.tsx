'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { parseServiceKey, type ServiceKeyText, serviceKeySlug } from '../../../domain/lvs/service-key.ts';
import { Button } from '../../ui/button.tsx';

interface EditServiceProps {
  readonly cluster: string;
  readonly service: ServiceKeyText;
  /** Why the viewer can't edit; null when they can. */
  readonly lacks: string | null;
}

/** Opens the form of a virtual service, where its persistence stands. */
export function EditService({ cluster, service, lacks }: EditServiceProps) {
  const t = useTranslations('findings');
  const router = useRouter();
  const key = parseServiceKey(service);
  if (!key.ok) return null;
  const page = `/clusters/${encodeURIComponent(cluster)}/services/${serviceKeySlug(key.value)}`;
  return (
    <Button offBecause={lacks} onClick={() => router.push(`${page}?drawer=edit`)}>
      {t('editPersistence')}
    </Button>
  );
}
