'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';

const EnrolDialog = dynamic(() => import('./enrol-dialog.tsx').then((module) => module.EnrolDialog), { ssr: false });

export interface EnrolDirectorProps {
  readonly cluster: string;
  /** The cluster's directors as they are now: the new one appears among them. */
  readonly directors: readonly DirectorHead[];
}

/** The button that opens the way to a new director. */
export function EnrolDirector({ cluster, directors }: EnrolDirectorProps) {
  const t = useTranslations('cluster');
  const lacks = useLacks('administrator');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look={directors.length === 0 ? 'primary' : 'plain'}
        icon={<Plus aria-hidden className="size-3.5" />}
        offBecause={lacks}
        onClick={() => setOpen(true)}
      >
        {t('enrol')}
      </Button>
      {open ? <EnrolDialog cluster={cluster} directors={directors} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
