'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ForecastServer, ForecastWave, ReleaseForecast } from '../../../domain/release/release-view.ts';
import { formatDuration } from '../../lib/formats.ts';
import { StateWord } from '../../ui/state-word.tsx';
import { ForecastBar } from './forecast-bar.tsx';

type Forecast = Extract<ReleaseForecast, { ok: true }>;

interface ForecastViewProps {
  readonly forecast: Forecast;
  /** Seconds that a deployment is taken for. */
  readonly deployment: number;
}

/** What a release would do and when, on simulated time: wave by wave on one axis. */
export function ForecastView({ forecast, deployment }: ForecastViewProps) {
  const t = useTranslations('releases.forecast');
  const { waves, took, limit, takenOut, unheard } = forecast;
  return (
    <div className="flex flex-col gap-3">
      <p>
        {t('took', {
          time: formatDuration(Math.max(1, Math.round(took / 1000))),
          deployment: formatDuration(deployment),
          limit,
        })}
      </p>
      <ol className="flex flex-col gap-3">
        {waves.map((wave, at) => (
          // A wave has no name of its own: its place is what it is.
          <ForecastedWave key={`${at} ${wave.name}`} wave={wave} number={at + 1} took={took} />
        ))}
      </ol>
      {takenOut.map(({ server, by, reason }) => (
        <p key={server} className="text-ink-2">
          {t('takenOut', { server, by, reason })}
        </p>
      ))}
      {unheard.length > 0 ? <p className="text-warn">{t('unheard', { names: unheard.join(', ') })}</p> : null}
      <p className="text-[12px] text-ink-3">{t('note')}</p>
    </div>
  );
}

interface ForecastedWaveProps {
  readonly wave: ForecastWave;
  /** From 1. */
  readonly number: number;
  readonly took: number;
}

function ForecastedWave({ wave, number, took }: ForecastedWaveProps) {
  const t = useTranslations('releases');
  return (
    <li className="flex flex-col gap-1">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{t('waveTitle', { number: String(number) })}</span>
        {wave.name ? <span className="figures text-ink-2">{wave.name}</span> : null}
        <span className="text-ink-3">{wave.servers.length}</span>
      </p>
      <ForecastBar steps={wave.steps} took={took} />
      {wave.belowGuard.length > 0 ? (
        <StateWord tone="bad" icon={TriangleAlert}>
          {t('forecast.belowGuard', { number: String(number), names: wave.belowGuard.join(', ') })}
        </StateWord>
      ) : null}
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-[12px] text-ink-2">
        {wave.servers.map((server) => (
          <li key={server.name}>
            <span className="text-ink">{server.name}</span> <DrainTime server={server} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function DrainTime({ server }: { readonly server: ForecastServer }) {
  const t = useTranslations('releases.forecast');
  const { drainSeconds, from } = server;
  return (
    <span title={t(`from.${from}`)}>
      {drainSeconds === null ? t('drainUnknown') : t('drainAbout', { time: formatDuration(drainSeconds) })}
    </span>
  );
}
