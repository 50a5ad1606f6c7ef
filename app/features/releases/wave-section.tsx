'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { ReleaseServerView, ReleaseView } from '../../../domain/release/release-view.ts';
import { formatDuration } from '../../lib/formats.ts';
import { cx } from '../../ui/class-names.ts';
import { useAge } from '../../ui/clock.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { Count } from '../numbers/figures.tsx';
import { PhaseWord } from './release-words.tsx';
import type { ServerCurves } from './use-server-curves.ts';
import { WaveSteps } from './wave-steps.tsx';

interface WaveSectionProps {
  readonly view: ReleaseView;
  /** From 0. */
  readonly wave: number;
  readonly curves: ServerCurves;
}

const head = 'label-text whitespace-nowrap px-2 py-1 font-normal';
const cell = 'h-7 whitespace-nowrap border-t px-2';
/** Fixed, so that the columns of all waves stand under each other; the last takes what is left. */
const columns = { server: '10rem', state: '11rem', since: '5rem', active: '7rem', persist: '7rem', checks: '11rem' };

/** A wave: its steps, and each of its servers with phase, connections and their curve. */
export function WaveSection({ view, wave, curves }: WaveSectionProps) {
  const t = useTranslations('releases');
  const words = useTranslations('words.columns');
  const shown = view.waves[wave];
  if (!shown) return null;
  const isNow = shown.standing === 'current' && view.state.endedAt === null;
  return (
    <section
      aria-label={t('waveTitle', { number: String(wave + 1) })}
      className={cx('border-b px-4 py-3', isNow ? 'border-l-2 border-l-accent' : null)}
    >
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <h2 className="font-semibold">
          {t('waveTitle', { number: String(wave + 1) })}
          {shown.name ? <span className="figures ml-2 font-normal text-ink-2">{shown.name}</span> : null}
          <span className="ml-2 font-normal text-ink-3">{t(`standing.${shown.standing}`)}</span>
        </h2>
        <WaveSteps view={view} wave={wave} />
      </div>
      <div className="overflow-x-auto">
        <table className="w-full min-w-[60rem] table-fixed border-separate border-spacing-0">
          <colgroup>
            {Object.entries(columns).map(([column, width]) => (
              <col key={column} style={{ width }} />
            ))}
            <col />
          </colgroup>
          <thead>
            <tr>
              <th className={`${head} text-left`}>{t('server')}</th>
              <th className={`${head} text-left`}>{t('state')}</th>
              <th className={`${head} text-right`}>{t('since')}</th>
              <th className={`${head} text-right`}>{words('active')}</th>
              <th className={`${head} text-right`}>PersistConn</th>
              <th className={`${head} text-left`}>{t('checks')}</th>
              <th className={`${head} text-left`}>{t('curve')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.servers.map((server) => (
              <ServerLine
                key={server.name}
                server={server}
                cluster={view.plan.cluster}
                points={curves.get(server.name) ?? []}
                ended={view.state.endedAt !== null}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface ServerLineProps {
  readonly server: ReleaseServerView;
  readonly cluster: string;
  readonly points: readonly (number | null)[];
  readonly ended: boolean;
}

function ServerLine({ server, cluster, points, ended }: ServerLineProps) {
  const t = useTranslations('releases');
  const { name, phase, since, activeConn, persistConn, checks, takenOutBy } = server;
  const age = useAge(ended ? null : since);
  return (
    <tr>
      <th scope="row" className="border-t px-2 text-left font-medium">
        <Link
          href={`/clusters/${encodeURIComponent(cluster)}/real-servers/${encodeURIComponent(name)}`}
          className="hover:underline"
        >
          {name}
        </Link>
      </th>
      <td className={`${cell} text-left`}>
        <PhaseWord phase={phase} />
        {takenOutBy.length > 0 ? (
          <span className="ml-2 text-[12px] text-warn">{t('takenOutBy', { names: takenOutBy.join(', ') })}</span>
        ) : null}
      </td>
      <td className={`${cell} figures text-right text-ink-2`}>{age === null ? '–' : formatDuration(age)}</td>
      <td className={`${cell} text-right`}>
        <Count value={activeConn} />
      </td>
      <td className={`${cell} text-right`}>
        <Count value={persistConn} />
      </td>
      <td className={`${cell} text-left`}>
        {checks ? (
          <>
            <span className="figures text-ink-2">
              {t('checksValue', { passing: String(checks.passing), of: String(checks.of) })}
            </span>
            {checks.failing > 0 ? (
              <span className="ml-2 text-bad">{t('checksFailing', { failing: String(checks.failing) })}</span>
            ) : null}
          </>
        ) : (
          <span className="text-ink-3">–</span>
        )}
      </td>
      <td className={`${cell} text-left`}>
        {points.length > 1 ? <Sparkline points={points} label={t('curve')} width={180} height={22} /> : null}
      </td>
    </tr>
  );
}
