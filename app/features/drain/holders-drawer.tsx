'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { Segments } from '../../ui/segments.tsx';
import { ClientsTable } from '../connections/clients-table.tsx';
import { EntriesTable } from '../connections/entries-table.tsx';
import { LookExtent } from '../connections/look-extent.tsx';
import { useLook } from '../connections/use-look.ts';
import type { DrainLine } from './drain-line.ts';

/** Most destinations that one look can be about (`connectionFilterSchema`). */
const mostAsked = 1000;

const parts = ['clients', 'templates'] as const;

/** Who holds what is draining: the clients with the most connections to it, and those that are bound to it. */
export function HoldersDrawer({ line, onClose }: { readonly line: DrainLine; readonly onClose: () => void }) {
  const t = useTranslations('drain.holders');
  const { name, directors } = line;
  const [director, setDirector] = useState(directors[0]?.name ?? '');
  return (
    <Dialog open drawer onClose={onClose} title={t('title', { name })}>
      {directors.length > 1 ? (
        <div className="border-b px-4 py-2">
          <Segments
            label={t('director')}
            value={director}
            onChoose={setDirector}
            choices={directors.map((one) => ({ value: one.name, label: one.name }))}
          />
        </div>
      ) : null}
      {directors.some((one) => one.name === director && one.simulated) ? (
        <p className="px-4 py-3 text-ink-2">{t('simulated')}</p>
      ) : (
        <Holders key={director} director={director} line={line} />
      )}
    </Dialog>
  );
}

function Holders({ director, line }: { readonly director: string; readonly line: DrainLine }) {
  const t = useTranslations('drain.holders');
  const [part, setPart] = useState<(typeof parts)[number]>('clients');
  const { look, busy, refusal, ask } = useLook(director);
  const filter = { destinations: line.destinations.slice(0, mostAsked), vip: null, client: null };
  const begin = useEffectEvent(() => ask(filter));
  // Whoever opened it asked for the first look.
  useEffect(() => {
    begin();
  }, []);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-1.5">
        <Segments
          label={t('title', { name: line.name })}
          value={part}
          onChoose={setPart}
          choices={parts.map((value) => ({ value, label: t(value) }))}
        />
        <Button busy={busy} onClick={() => ask(filter)}>
          {busy ? t('looking') : t('look')}
        </Button>
        {look ? <LookExtent look={look} /> : null}
      </div>
      <RefusalText>{refusal}</RefusalText>
      {look && part === 'clients' ? <ClientsTable summary={look.summary} /> : null}
      {look && part === 'templates' ? (
        <EntriesTable label={t('templates')} entries={look.summary.templates} count={look.summary.templateCount} />
      ) : null}
    </div>
  );
}
