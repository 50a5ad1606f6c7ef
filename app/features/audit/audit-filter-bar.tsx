'use client';

import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type AuditRow, auditActions, auditOutcomes } from '../../../domain/audit/audit-row.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { actionKey } from './action-key.ts';
import { localText, utcText } from './local-time.ts';
import type { AuditFilterUrl } from './use-audit-filters.ts';

interface AuditFilterBarProps {
  readonly url: AuditFilterUrl;
  /** The rows in sight: they suggest names. */
  readonly rows: readonly AuditRow[];
}

/** Narrows the log; every choice stands in the URL. */
export function AuditFilterBar({ url, rows }: AuditFilterBarProps) {
  const t = useTranslations('audit');
  const id = useId();
  const { written, write } = url;
  const [open, setOpen] = useState(false);
  const { data: names } = useQuery({ queryKey: ['audit-names'], queryFn: readNames, staleTime: 60_000 });
  const select = (name: 'action' | 'outcome' | 'cluster' | 'director', options: readonly [string, string][]) => (
    <Field label={t(name)}>
      {(control) => (
        <Select {...control} value={written[name] ?? ''} onChange={(event) => write(name, event.target.value)}>
          <option value="">{t('any')}</option>
          {withWritten(options, written[name]).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  const text = (name: 'text' | 'actor' | 'resource' | 'ticket' | 'release', suggested: readonly string[]) => (
    <Field label={t(name)}>
      {(control) => (
        <>
          <Input
            {...control}
            value={written[name] ?? ''}
            onChange={(event) => write(name, event.target.value)}
            list={suggested.length > 0 ? `${id}-${name}` : undefined}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <datalist id={`${id}-${name}`}>
            {suggested.map((value) => (
              <option key={value}>{value}</option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
  const time = (name: 'from' | 'to') => (
    <Field label={t(name)}>
      {(control) => (
        <Input
          {...control}
          type="datetime-local"
          value={localText(written[name])}
          onChange={(event) => write(name, utcText(event.target.value))}
        />
      )}
    </Field>
  );
  return (
    <search aria-label={t('filters')} className="block border-y px-4 py-2.5">
      {/* On a phone the rows come first: the filters unfold. */}
      <Button className="sm:hidden" aria-expanded={open} onClick={() => setOpen(!open)}>
        {url.any ? t('filtersOn') : t('filters')}
      </Button>
      <div
        className={cx(
          'grid grid-cols-[repeat(auto-fill,minmax(170px,1fr))] items-end gap-x-3 gap-y-2 max-sm:mt-2 max-sm:grid-cols-2',
          !open && 'max-sm:hidden',
        )}
      >
        {text('text', [])}
        {text('actor', distinct(rows.map((row) => row.actor)))}
        {select(
          'action',
          auditActions.map((action) => [action, t(`actions.${actionKey(action)}`)]),
        )}
        {text('resource', distinct(rows.map((row) => row.resource)))}
        {select('cluster', named(names?.clusters ?? []))}
        {select('director', named(names?.directors ?? []))}
        {select(
          'outcome',
          auditOutcomes.map((outcome) => [outcome, t(`outcomes.${outcome}`)]),
        )}
        {text('ticket', distinct(rows.map((row) => row.ticket)))}
        {text('release', distinct(rows.map((row) => row.release)))}
        {time('from')}
        {time('to')}
        {url.any ? (
          <Button className="justify-self-start" onClick={url.clear}>
            {t('clear')}
          </Button>
        ) : null}
      </div>
    </search>
  );
}

async function readNames() {
  const { clusters } = await consoleClient().view.overview.query();
  return {
    clusters: clusters.map(({ name }) => name),
    directors: clusters.flatMap(({ directors }) => directors.map(({ name }) => name)),
  };
}

const named = (names: readonly string[]): [string, string][] => names.map((name) => [name, name]);

/** What was chosen stays a choice, also when it names something that is gone. */
const withWritten = (options: readonly [string, string][], written: string | null): readonly [string, string][] =>
  written && !options.some(([value]) => value === written) ? [[written, written], ...options] : options;

const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter((value) => value !== null))].sort();
