'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';

const AddClusterDialog = dynamic(() => import('./add-cluster-dialog.tsx').then((module) => module.AddClusterDialog), {
  ssr: false,
});

export function AddCluster() {
  const t = useTranslations('overview');
  const lacks = useLacks('administrator');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Plus aria-hidden className="size-3.5" />} offBecause={lacks} onClick={() => setOpen(true)}>
        {t('addCluster')}
      </Button>
      {open ? <AddClusterDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
