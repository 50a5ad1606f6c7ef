'use client';

import { useTranslations } from 'use-intl';
import type { ReleaseStep } from '../../../domain/release/release-state.ts';
import type { ForecastStep } from '../../../domain/release/release-view.ts';
import { formatDuration } from '../../lib/formats.ts';
import { cx } from '../../ui/class-names.ts';

const looks: Record<ReleaseStep, string> = {
  guard: 'bg-line-strong',
  drain: 'bg-move-wash border-move',
  wait: 'bg-move-wash border-move',
  hold: 'bg-warn-wash border-warn',
  verify: 'bg-accent-wash border-accent',
  return: 'bg-ok-wash border-ok',
  watch: 'bg-idle-wash border-line-strong',
};

/** The steps of a wave on the release's time axis. */
export function ForecastBar({ steps, took }: { readonly steps: readonly ForecastStep[]; readonly took: number }) {
  const t = useTranslations('releases.step');
  const part = (time: number) => `${took > 0 ? (time / took) * 100 : 0}%`;
  const long = steps.filter(({ from, to }) => to > from);
  return (
    <div className="relative h-6 overflow-hidden border-line border-y bg-sunken">
      <ol>
        {long.map(({ step, from, to }) => (
          <li
            key={`${step} ${from}`}
            title={`${t(step)} ${formatDuration(Math.round((to - from) / 1000))}`}
            className={cx('absolute inset-y-0 overflow-hidden border-l px-1 text-[11px] leading-6', looks[step])}
            style={{ left: part(from), width: part(to - from) }}
          >
            <span className="whitespace-nowrap">
              {t(step)} <span className="figures text-ink-2">{formatDuration(Math.round((to - from) / 1000))}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
