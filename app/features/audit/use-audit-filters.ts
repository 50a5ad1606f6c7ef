'use client';

import { parseAsString, useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo } from 'react';
import type { AuditFilters } from '../../../domain/audit/audit-row.ts';
import { type AuditFilterName, auditFilterNames, auditFiltersOf } from './audit-filters.ts';

const parsers = Object.fromEntries(
  auditFilterNames.map((name) => [name, parseAsString.withOptions({ throttleMs: 200 })]),
) as Record<AuditFilterName, typeof parseAsString>;

export interface AuditFilterUrl {
  readonly written: Readonly<Record<AuditFilterName, string | null>>;
  readonly write: (name: AuditFilterName, text: string) => void;
  readonly clear: () => void;
  readonly filters: AuditFilters;
  readonly any: boolean;
}

/** The filters of the audit log, kept in the URL. */
export function useAuditFilters(): AuditFilterUrl {
  const [written, set] = useQueryStates(parsers);
  const text = JSON.stringify(written);
  const filters = useMemo(() => auditFiltersOf(JSON.parse(text) as typeof written), [text]);
  return {
    written,
    write: (name, value) => void set({ [name]: value === '' ? null : value }),
    clear: () => void set(null),
    filters: useDeferredValue(filters),
    any: Object.keys(filters).length > 0,
  };
}
