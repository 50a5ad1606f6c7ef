'use client';

import { CircleCheck, CircleHelp, LoaderCircle } from 'lucide-react';
import { useContext, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorView } from '../../../domain/display/views.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { FreshnessContext } from '../../ui/clock.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import { DriftDrawers } from './drift-drawers.tsx';
import { DriftRow } from './drift-row.tsx';
import { DriftTools } from './drift-tools.tsx';
import { ForeignServices } from './foreign-services.tsx';
import { IgnoredDrift } from './ignored-drift.tsx';
import { PolicyLine } from './policy-line.tsx';
import { useDriftDrawer } from './use-drift-drawer.ts';

/** Where a director's kernel differs from the definition, what was left on purpose, and what isn't Shoal's. */
export function DriftTab({ view }: { readonly view: DirectorView }) {
  const t = useTranslations('drift');
  const lacks = useLacks('operator');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const known = useContext(FreshnessContext) !== 'unknown';
  const items = known ? view.drift : [];
  const drawer = useDriftDrawer(items);
  const chosen = items.filter(({ target }) => selected.has(target));
  const choose = (target: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(target);
    else next.delete(target);
    setSelected(next);
  };
  return (
    <>
      <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-1.5">
        {items.length === 0 ? (
          <Nothing view={view} known={known} />
        ) : (
          <DriftTools
            all={items}
            chosen={chosen}
            lacks={lacks}
            onAll={(on) => setSelected(on ? new Set(items.map(({ target }) => target)) : new Set())}
            onAct={(action) => drawer.open(action, chosen)}
          />
        )}
        <div className="ml-auto max-sm:ml-0">
          <PolicyLine view={view} />
        </div>
      </div>
      {items.length > 0 ? (
        <ul aria-label={t('tab')}>
          {items.map((item) => (
            <DriftRow
              key={item.target}
              cluster={view.director.cluster}
              item={item}
              chosen={selected.has(item.target)}
              lacks={lacks}
              onChoose={(on) => choose(item.target, on)}
              onAct={(action) => drawer.open(action, [item])}
            />
          ))}
        </ul>
      ) : null}
      {view.unsupported.length > 0 ? (
        <p className="border-b px-4 py-2 text-warn">
          {t('unsupported', { names: view.unsupported.map((name) => `net.ipv4.vs.${name}`).join(', ') })}
        </p>
      ) : null}
      <IgnoredDrift view={view} />
      <ForeignServices view={view} />
      <DriftDrawers view={view} asked={drawer.asked} onClose={drawer.close} />
    </>
  );
}

function Nothing({ view, known }: { readonly view: DirectorView; readonly known: boolean }) {
  const t = useTranslations('drift');
  if (!known)
    return (
      <StateWord tone="idle" icon={CircleHelp}>
        {t('unknown')}
      </StateWord>
    );
  const { state } = view.director;
  if (state === 'applying' || state === 'behind')
    return (
      <StateWord tone="move" icon={LoaderCircle}>
        {t('pending')}
      </StateWord>
    );
  return (
    <StateWord tone="ok" icon={CircleCheck}>
      {t('none')}
    </StateWord>
  );
}
