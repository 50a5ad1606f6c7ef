'use client';

import { parseAsString, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { Segments } from '../../ui/segments.tsx';
import { SimulatedMark } from '../numbers/simulated-mark.tsx';
import { Listing } from './listing.tsx';
import { type ListingPart, listingPart } from './listing-parts.ts';
import { useDirectorListing } from './use-director-listing.ts';

interface DirectorListingProps extends ListingPart {
  readonly directors: readonly DirectorHead[];
  /** The one whose numbers the page shows, until another is chosen. */
  readonly atFirst?: string | null;
}

/** The part of a table that a page is about, as `ipvsadm -Ln` prints it on the director that is chosen. */
export function DirectorListing({ directors, atFirst = null, ...part }: DirectorListingProps) {
  const t = useTranslations('listing');
  const [asked, setAsked] = useQueryState('director', parseAsString);
  const named = (name: string | null) => directors.find((one) => one.name === name);
  const chosen = named(asked) ?? named(atFirst) ?? directors[0];
  if (!chosen) return <p className="px-4 py-4 text-ink-2">{t('noDirector')}</p>;
  return (
    <ChosenListing
      key={chosen.name}
      director={chosen}
      part={part}
      choice={
        <Segments
          label={t('director')}
          value={chosen.name}
          onChoose={(name) => void setAsked(name)}
          choices={directors.map(({ name, simulated }) => ({
            value: name,
            label: (
              <>
                {name}
                {simulated ? <SimulatedMark /> : null}
              </>
            ),
          }))}
        />
      }
    />
  );
}

interface ChosenListingProps {
  readonly director: DirectorHead;
  readonly part: ListingPart;
  readonly choice: ReactNode;
}

function ChosenListing({ director, part, choice }: ChosenListingProps) {
  const t = useTranslations('listing');
  const live = useDirectorListing(director.name);
  const text = live?.ipvsadm ? listingPart(live.ipvsadm, part) : null;
  const empty =
    live === null
      ? t('reading', { director: director.name })
      : live.ipvsadm === null
        ? t('unknown', { director: director.name })
        : part.filter
          ? t('noMatch')
          : t('none');
  return <Listing director={live?.director ?? director} text={text} empty={empty} choice={choice} />;
}
