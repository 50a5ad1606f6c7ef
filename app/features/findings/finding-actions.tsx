'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Finding } from '../../../domain/diagnosis/finding.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { EditService } from './edit-service.tsx';
import { OpenDrift } from './open-drift.tsx';

const ReapplyDrawer = dynamic(() => import('../change/reapply-drawer.tsx').then((module) => module.ReapplyDrawer), {
  ssr: false,
});

/** The button that does something about a finding, where one click can start it. */
export function FindingActions({ finding, cluster }: { readonly finding: Finding; readonly cluster: string }) {
  const t = useTranslations('findings');
  const lacks = useLacks('operator');
  const [open, setOpen] = useState(false);
  if (finding.code === 'skew-persistence' && finding.service && cluster)
    return <EditService cluster={cluster} service={finding.service} lacks={lacks} />;
  if (!cluster || !['drift', 'apply-failed', 'foreign-in-the-way'].includes(finding.code)) return null;
  const takeOver = finding.code === 'foreign-in-the-way' ? finding.services : [];
  return (
    <>
      {finding.code === 'drift' ? <OpenDrift director={finding.director} /> : null}
      <Button onClick={() => setOpen(true)} offBecause={lacks}>
        {takeOver.length > 0 ? t('takeOver') : t('putRight')}
      </Button>
      {open ? <ReapplyDrawer cluster={cluster} takeOver={takeOver} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
