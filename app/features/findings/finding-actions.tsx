'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Finding } from '../../../domain/diagnosis/finding.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { EditService } from './edit-service.tsx';
import { LookForClients } from './look-for-clients.tsx';
import { OpenDrift } from './open-drift.tsx';
import { PastDeadlineActions } from './past-deadline-actions.tsx';
import { useOpenRemedy } from './remedy-context.tsx';
import { useRemedyText } from './use-remedy-text.ts';

const ReapplyDrawer = dynamic(() => import('../change/reapply-drawer.tsx').then((module) => module.ReapplyDrawer), {
  ssr: false,
});

/** The buttons that do something about a finding: looking closer, or a plan to be looked at. */
export function FindingActions({ finding, cluster }: { readonly finding: Finding; readonly cluster: string }) {
  const t = useTranslations('findings');
  const lacks = useLacks('operator');
  const remedyText = useRemedyText();
  const [open, setOpen] = useState(false);
  const openRemedy = useOpenRemedy();
  if (!cluster) return null;
  if (['drift', 'apply-failed', 'foreign-in-the-way'].includes(finding.code)) {
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
  if (finding.code === 'drain-past-deadline') return <PastDeadlineActions cluster={cluster} finding={finding} />;
  return (
    <div className="flex flex-wrap items-start gap-2 sm:max-w-104 sm:justify-end">
      {finding.remedies.map((one) => (
        <Button
          key={remedyText(one)}
          onClick={() => openRemedy({ cluster, service: finding.service, remedy: one })}
          offBecause={lacks}
        >
          {t('previewOf', { remedy: remedyText(one) })}
        </Button>
      ))}
      {finding.code === 'skew-persistence' && finding.service ? (
        <EditService cluster={cluster} service={finding.service} lacks={lacks} />
      ) : null}
      <LookForClients finding={finding} />
    </div>
  );
}
