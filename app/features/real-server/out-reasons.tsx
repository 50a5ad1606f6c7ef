'use client';

import { useTranslations } from 'use-intl';
import { isDrain, type Overlay } from '../../../domain/overlay/overlay.ts';
import { Time } from '../numbers/time.tsx';

interface OutReasonsProps {
  readonly overlays: readonly Overlay[];
  /** In a table: cut off at the column's end, whole on hover. */
  readonly oneLine?: boolean;
}

/** Why a real server gets no new connections: who took it out, since when, and what they wrote. */
export function OutReasons({ overlays, oneLine = false }: OutReasonsProps) {
  const t = useTranslations('realServer');
  const drains = overlays.filter(isDrain);
  if (drains.length === 0) return null;
  return (
    <ul className={oneLine ? 'flex gap-3' : 'flex flex-col gap-0.5'}>
      {drains.map((overlay) => (
        <li
          key={overlay.id}
          title={oneLine ? overlay.reason : undefined}
          className={oneLine ? 'max-w-full truncate' : undefined}
        >
          {overlay.target.kind === 'destination' ? (
            <span className="figures mr-1.5 text-ink-2">{overlay.target.service}</span>
          ) : null}
          {t.rich('outRich', {
            by: overlay.by,
            reason: overlay.reason,
            since: () => <Time at={overlay.since} />,
          })}
        </li>
      ))}
    </ul>
  );
}
