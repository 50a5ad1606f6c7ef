'use client';

import { useTranslations } from 'use-intl';
import { formatDuration } from '../../lib/formats.ts';
import { Age } from '../numbers/age.tsx';
import { DirectorName } from '../numbers/director-name.tsx';
import { Count } from '../numbers/figures.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import type { DrainPlace } from './drain-places.ts';
import { RowStateWord } from './row-state-word.tsx';

/** As many as are read; the page behind has all of them. */
const mostListed = 30;

interface PlacesTableProps {
  readonly places: readonly DrainPlace[];
  /** Then no row says which. */
  readonly oneService: boolean;
}

/** What a drain is about on one director: how each destination stands, and what is left on it. */
export function PlacesTable({ places, oneService }: PlacesTableProps) {
  const words = useTranslations('words.columns');
  const reasons = useTranslations('drain.reasons');
  const director = places[0]?.director;
  if (!director) return null;
  return (
    <Fresh receivedAt={director.receivedAt}>
      <table className="w-full border-collapse">
        <caption className="pb-1 text-left font-medium">
          <span className="inline-flex items-baseline gap-2">
            <DirectorName name={director.name} simulated={director.simulated} linked={false} />
            <span className="font-normal">
              <Age receivedAt={director.receivedAt} director={director.name} />
            </span>
          </span>
        </caption>
        <thead>
          <tr className="label-text border-b text-left">
            <th scope="col" className="py-1 pr-3 font-medium">
              {words('destination')}
            </th>
            <th scope="col" className="py-1 pr-3 font-medium">
              {words('state')}
            </th>
            <th scope="col" className="w-24 py-1 text-right font-medium">
              {words('active')}
            </th>
            <th scope="col" className="w-24 py-1 text-right font-medium">
              {words('persistent')}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.slice(0, mostListed).map(({ service, row }) => (
            <tr key={`${service} ${row.key}`} className="border-b last:border-b-0">
              <th scope="row" className="py-1 pr-3 text-left align-middle font-normal">
                <span className="figures break-all">{row.key}</span>
                {oneService ? null : <span className="figures block text-ink-3">{service}</span>}
              </th>
              <td className="py-1 pr-3 align-middle">
                <RowStateWord row={row} />
                <EtaText row={row} />
              </td>
              <td className="py-1 text-right align-middle">
                <Count value={row.activeConn} />
              </td>
              <td className="py-1 text-right align-middle">
                <Count value={row.persistConn} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {places.length > mostListed ? (
        <p className="text-ink-3">{reasons('more', { count: places.length - mostListed })}</p>
      ) : null}
    </Fresh>
  );
}

function EtaText({ row }: Pick<DrainPlace, 'row'>) {
  const t = useTranslations('drain.now');
  const seconds = row.drain?.etaSeconds ?? null;
  if (seconds === null) return null;
  return <span className="ml-2 text-ink-2">{t('eta', { time: formatDuration(seconds) })}</span>;
}
