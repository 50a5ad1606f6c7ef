'use client';

import { FileInput, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';

const AddClusterDialog = dynamic(() => import('./add-cluster-dialog.tsx').then((module) => module.AddClusterDialog), {
  ssr: false,
});

interface AddClusterProps {
  /** What it is for: with `import`, what runs today is read into it next. */
  readonly next?: 'directors' | 'import';
}

export function AddCluster({ next = 'directors' }: AddClusterProps) {
  const t = useTranslations('overview');
  const importFile = useTranslations('importFile');
  const lacks = useLacks('administrator');
  const [open, setOpen] = useState(false);
  const Icon = next === 'import' ? FileInput : Plus;
  return (
    <>
      <Button icon={<Icon aria-hidden className="size-3.5" />} offBecause={lacks} onClick={() => setOpen(true)}>
        {next === 'import' ? importFile('today') : t('addCluster')}
      </Button>
      {open ? <AddClusterDialog next={next} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
