'use client';

import { Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorView } from '../../../domain/display/views.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Trail } from '../../ui/trail.tsx';
import { Age } from '../numbers/age.tsx';
import { DirectorStateWord } from '../numbers/director-state-word.tsx';
import { SimulatedMark } from '../numbers/simulated-mark.tsx';

const RemoveDirectorDialog = dynamic(
  () => import('./remove-director-dialog.tsx').then((module) => module.RemoveDirectorDialog),
  { ssr: false },
);

/** Name, state and age of a director, and the way to let go of it. */
export function DirectorHeading({ view }: { readonly view: DirectorView }) {
  const t = useTranslations('director');
  const shell = useTranslations('shell');
  const lacks = useLacks('administrator');
  const [removing, setRemoving] = useState(false);
  const { director } = view;
  return (
    <>
      <PageHead
        trail={
          <Trail
            label={shell('breadcrumbs')}
            steps={[
              { href: '/', name: shell('overview') },
              { href: `/clusters/${encodeURIComponent(director.cluster)}?tab=directors`, name: director.cluster },
            ]}
          />
        }
        title={director.name}
        facts={
          <>
            {director.simulated ? <SimulatedMark /> : null}
            <DirectorStateWord head={director} />
            <Age receivedAt={director.receivedAt} director={director.name} />
          </>
        }
        actions={
          <Button
            look="danger"
            offBecause={lacks}
            icon={<Trash2 aria-hidden className="size-3.5" />}
            onClick={() => setRemoving(true)}
          >
            {t('remove')}
          </Button>
        }
      />
      {removing ? <RemoveDirectorDialog director={director} onClose={() => setRemoving(false)} /> : null}
    </>
  );
}
