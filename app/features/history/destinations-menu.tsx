'use client';

import { ListFilter } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuCheck, MenuHeading, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { mostLines } from './destination-lines.ts';
import type { HistoryPlace } from './history-place.ts';

interface DestinationsMenuProps {
  readonly places: readonly HistoryPlace[];
  /** The ids that are drawn now. */
  readonly drawn: ReadonlySet<string>;
  readonly onChoose: (ids: readonly string[] | null) => void;
}

/** Chooses which destinations the charts show. */
export function DestinationsMenu({ places, drawn, onChoose }: DestinationsMenuProps) {
  const t = useTranslations('history');
  const choose = (id: string, checked: boolean) => {
    const now = places.map((place) => place.id).filter((one) => (one === id ? checked : drawn.has(one)));
    if (now.length > mostLines) return;
    onChoose(now.length === places.length || now.length === 0 ? null : now);
  };
  return (
    <Menu
      trigger={
        <Button icon={<ListFilter aria-hidden className="size-3.5" />}>
          <span className="sr-only">{t('destinations')} </span>
          <span className="figures">{t('shownOf', { shown: String(drawn.size), all: String(places.length) })}</span>
        </Button>
      }
    >
      <MenuItem onSelect={() => onChoose(null)}>{places.length > mostLines ? t('busiest') : t('all')}</MenuItem>
      <MenuLine />
      {places.length > mostLines ? <MenuHeading>{t('atMost', { count: String(mostLines) })}</MenuHeading> : null}
      <div className="max-h-80 overflow-y-auto">
        {places.map((place) => (
          <MenuCheck key={place.id} checked={drawn.has(place.id)} onChange={(checked) => choose(place.id, checked)}>
            <span className="figures">{place.label}</span>
          </MenuCheck>
        ))}
      </div>
    </Menu>
  );
}
