'use client';

import { TimerReset, Undo2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RealServerView } from '../../../domain/display/views.ts';
import { isDrain } from '../../../domain/overlay/overlay.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { useShortcuts } from '../../ui/shortcuts.tsx';
import { realServerTargets } from '../cluster/real-server-targets.ts';
import type { DrainAsked } from '../drain/drain-drawer.tsx';
import type { DrainAction } from '../drain/drain-request.ts';

const DrainDrawer = dynamic(() => import('../drain/drain-drawer.tsx').then((module) => module.DrainDrawer), {
  ssr: false,
});

type Asked = Pick<DrainAsked, 'action' | 'targets' | 'overlays'>;

/** Drain and return for all places of a real server at once; `d` and `u` do it too. */
export function RealServerActions({ view }: { readonly view: RealServerView }) {
  const t = useTranslations('realServer');
  const service = useTranslations('service');
  const lacks = useLacks('operator');
  const [asked, setAsked] = useState<Asked | null>(null);
  const { cluster, name, outBy, places } = view;
  const wholeIsOut = realServerTargets(view, 'drain').length === 0;
  const cantDrain =
    lacks ?? (wholeIsOut ? service('alreadyOut') : places.length === 0 && outBy.length === 0 ? t('noPlaces') : null);
  const canReturn = realServerTargets(view, 'return').length > 0;
  const cantReturn = lacks ?? (canReturn ? null : service(outBy.some(isDrain) ? 'byRelease' : 'notOut'));
  const begin = (action: DrainAction) =>
    setAsked({ action, targets: realServerTargets(view, action), overlays: outBy });
  const drain = () => begin('drain');
  const giveBack = () => begin('return');
  useShortcuts({ d: cantDrain ? undefined : drain, u: cantReturn ? undefined : giveBack });
  return (
    <>
      <Button
        offBecause={cantDrain}
        title={cantDrain ? undefined : t('drainAll')}
        icon={<TimerReset aria-hidden className="size-3.5" />}
        onClick={drain}
      >
        {t('drain')}
      </Button>
      <Button offBecause={cantReturn} icon={<Undo2 aria-hidden className="size-3.5" />} onClick={giveBack}>
        {t('return')}
      </Button>
      {asked ? (
        <DrainDrawer
          {...asked}
          {...{ cluster, name }}
          checked={places.some(({ row }) => row.health !== null)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}
