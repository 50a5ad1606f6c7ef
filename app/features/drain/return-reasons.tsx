'use client';

import { useTranslations } from 'use-intl';
import { type DrainOverlay, isDrain, type Overlay } from '../../../domain/overlay/overlay.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Time } from '../numbers/time.tsx';
import { isOperators } from './is-operators.ts';

/** As many as are listed; more are ended all together. */
const mostListed = 30;

interface ReturnReasonsProps {
  /** All that lies over what is to return. */
  readonly overlays: readonly Overlay[];
  readonly ends: readonly DrainOverlay[];
  readonly onChange: (ends: readonly DrainOverlay[]) => void;
}

/** Why it is out: each reason is ended for itself, and what others laid over it ends by them. */
export function ReturnReasons({ overlays, ends, onChange }: ReturnReasonsProps) {
  const t = useTranslations('drain.reasons');
  const own = overlays.filter(isOperators);
  const others = overlays.filter(isDrain).filter(({ release }) => release !== null);
  const stays = own.length - ends.length + others.length > 0;
  return (
    <section aria-label={t('title')} className="flex flex-col gap-1.5">
      <h3 className="font-medium">{t('title')}</h3>
      {own
        .slice(0, mostListed)
        .map((overlay) =>
          own.length === 1 ? (
            <ReasonText key={overlay.id} overlay={overlay} />
          ) : (
            <Checkbox
              key={overlay.id}
              className="items-start"
              label={<ReasonText overlay={overlay} />}
              checked={ends.includes(overlay)}
              onChange={(event) =>
                onChange(event.target.checked ? [...ends, overlay] : ends.filter((other) => other !== overlay))
              }
            />
          ),
        )}
      {own.length > mostListed ? <p className="text-ink-2">{t('more', { count: own.length - mostListed })}</p> : null}
      {others.map((overlay) => (
        <div key={overlay.id} className="text-ink-2">
          <ReasonText overlay={overlay} />
          <p className="text-[12px] text-ink-3">{t('byRelease')}</p>
        </div>
      ))}
      {stays ? <p className="text-move">{t('stays')}</p> : null}
    </section>
  );
}

function ReasonText({ overlay }: { readonly overlay: DrainOverlay }) {
  const t = useTranslations('drain.reasons');
  const { target, by, reason, since } = overlay;
  return (
    <span className="min-w-0 break-words">
      <span className={target.kind === 'destination' ? 'figures' : 'font-medium'}>
        {target.kind === 'destination' ? `${target.service} → ${target.destination}` : target.name}
      </span>{' '}
      {t.rich('drainedRich', { by, reason, since: () => <Time at={since} /> })}
    </span>
  );
}
