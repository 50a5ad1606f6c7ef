'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';

const ServiceDrawer = dynamic(() => import('../service/service-drawer.tsx').then((module) => module.ServiceDrawer), {
  ssr: false,
});

const useAddService = () => useQueryState('drawer', parseAsStringLiteral(['add-service'] as const));

/** Opens the form of a new virtual service. */
export function AddServiceButton({ look = 'plain' }: { readonly look?: 'plain' | 'primary' }) {
  const t = useTranslations('cluster');
  const lacks = useLacks('operator');
  const [, setDrawer] = useAddService();
  return (
    <Button
      look={look}
      icon={<Plus aria-hidden className="size-3.5" />}
      offBecause={lacks}
      onClick={() => void setDrawer('add-service')}
    >
      {t('addService')}
    </Button>
  );
}

interface AddServiceDrawerProps {
  readonly cluster: string;
  readonly revision: number;
}

/**
 * The form of a new virtual service, open while the URL says so; its page opens once it is applied.
 *
 * Apart from its buttons: the one in an empty list goes away with the first service, and must not take along the
 * drawer that shows how it is applied.
 */
export function AddServiceDrawer({ cluster, revision }: AddServiceDrawerProps) {
  const lacks = useLacks('operator');
  const router = useRouter();
  const [drawer, setDrawer] = useAddService();
  if (!drawer || lacks) return null;
  return (
    <ServiceDrawer
      cluster={cluster}
      revision={revision}
      edited={null}
      onClose={() => void setDrawer(null)}
      onKey={(slug) => router.push(`/clusters/${encodeURIComponent(cluster)}/services/${slug}`)}
    />
  );
}
