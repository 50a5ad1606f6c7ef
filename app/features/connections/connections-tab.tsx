'use client';

import { Eye } from 'lucide-react';
import { parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import type { DirectorView } from '../../../domain/display/views.ts';
import { Button } from '../../ui/button.tsx';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { ClientsTable } from './clients-table.tsx';
import { EntriesTable } from './entries-table.tsx';
import { LookExtent } from './look-extent.tsx';
import { lookFilter } from './look-filter.ts';
import { LookedDestinations } from './looked-destinations.tsx';
import { useLook } from './use-look.ts';

const parts = ['destinations', 'clients', 'templates', 'entries'] as const;

/** Who is connected to a director's services now, by a look into its connection table that one asks for. */
export function ConnectionsTab({ view }: { readonly view: DirectorView }) {
  const t = useTranslations('connections');
  const { name, simulated } = view.director;
  const { look, busy, refusal, ask } = useLook(name);
  const [key, setKey] = useQueryState('service', parseAsString.withDefault(''));
  const [client, setClient] = useQueryState('client', parseAsString.withDefault(''));
  const [part, setPart] = useQueryState('show', parseAsStringLiteral(parts).withDefault('destinations'));
  const service = view.services.find((one) => one.key === key) ?? null;
  const filter = lookFilter(service, client);
  return (
    <div className="flex flex-col">
      <form
        className="flex flex-wrap items-start gap-3 border-b px-4 py-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (filter && !busy && !simulated) ask(filter);
        }}
      >
        <Field label={t('service')} className="w-64 max-w-full">
          {(control) => (
            <Select
              {...control}
              className="figures"
              value={service ? key : ''}
              onChange={(event) => void setKey(event.target.value || null)}
            >
              <option value="">{t('all')}</option>
              {view.services.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.name ? `${one.key} ${one.name}` : one.key}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label={t('client')}
          note={t('clientNote')}
          error={filter ? null : t('clientCharacters')}
          className="w-64 max-w-full"
        >
          {(control) => (
            <Input
              {...control}
              className="figures"
              value={client}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => void setClient(event.target.value || null)}
            />
          )}
        </Field>
        <Button
          type="submit"
          look="primary"
          busy={busy}
          icon={<Eye aria-hidden className="size-3.5" />}
          className="mt-5"
          offBecause={simulated ? t('simulated') : filter ? null : t('clientCharacters')}
        >
          {busy ? t('looking') : t('look')}
        </Button>
      </form>
      {refusal ? (
        <p role="alert" className="px-4 py-3 text-bad">
          {t('failed', { reason: refusal })}
        </p>
      ) : null}
      {look ? (
        <>
          <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-1.5">
            <Segments
              label={t('parts')}
              value={part}
              onChoose={(next) => void setPart(next)}
              choices={parts.map((value) => ({ value, label: t(value) }))}
            />
            <LookExtent look={look} />
          </div>
          {part === 'destinations' ? <LookedDestinations summary={look.summary} view={view} /> : null}
          {part === 'clients' ? <ClientsTable summary={look.summary} /> : null}
          {part === 'templates' ? (
            <EntriesTable label={t('templates')} entries={look.summary.templates} count={look.summary.templateCount} />
          ) : null}
          {part === 'entries' ? (
            <EntriesTable
              label={t('entries')}
              entries={look.summary.connections}
              count={look.summary.connectionCount}
            />
          ) : null}
        </>
      ) : (
        <p className="px-4 py-3 text-ink-2">{t('unasked')}</p>
      )}
    </div>
  );
}
