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

interface AddServiceProps {
  readonly cluster: string;
  readonly revision: number;
  readonly look?: 'plain' | 'primary';
}

/** The way to a new virtual service; its page opens once it is applied. The URL keeps the drawer open. */
export function AddService({ cluster, revision, look = 'plain' }: AddServiceProps) {
  const t = useTranslations('cluster');
  const lacks = useLacks('operator');
  const router = useRouter();
  const [drawer, setDrawer] = useQueryState('drawer', parseAsStringLiteral(['add-service'] as const));
  return (
    <>
      <Button
        look={look}
        icon={<Plus aria-hidden className="size-3.5" />}
        offBecause={lacks}
        onClick={() => void setDrawer('add-service')}
      >
        {t('addService')}
      </Button>
      {drawer && !lacks ? (
        <ServiceDrawer
          cluster={cluster}
          revision={revision}
          edited={null}
          onClose={() => void setDrawer(null)}
          onKey={(slug) => router.push(`/clusters/${encodeURIComponent(cluster)}/services/${slug}`)}
        />
      ) : null}
    </>
  );
}
