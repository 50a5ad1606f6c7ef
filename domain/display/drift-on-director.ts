import type { AcceptedRow, DriftItem } from '../drift/drift-item.ts';
import { driftCount, driftOf } from '../drift/drift-of.ts';
import { type DriftSources, driftPlaces } from '../drift/drift-sources.ts';
import { holdsStill } from '../drift/holds-still.ts';
import { standsTarget } from '../drift/stands-target.ts';
import type { ClusterRecord } from './records.ts';
import { type Standing, standings } from './standing.ts';

/** Drift items that a view has: it goes to browsers once a second, and nobody reads ten thousand. */
export const shownDrift = 500;

/** Where a director's kernel differs from what is desired; empty while an intent is on its way or it is not known. */
export function driftOnDirector(cluster: ClusterRecord, director: string, at: number): readonly DriftItem[] {
  const standing = standings(cluster, at).find(({ record }) => record.name === director);
  const sources = standing ? driftSourcesOf(cluster, standing) : null;
  return sources ? driftOf(sources) : [];
}

/** The first of a director's drift items, and how many there are. */
export function shownDriftOf(
  cluster: ClusterRecord,
  standing: Standing,
): { readonly drift: readonly DriftItem[]; readonly driftTotal: number } {
  const sources = driftSourcesOf(cluster, standing);
  return sources
    ? { drift: driftOf(sources, shownDrift), driftTotal: driftCount(sources) }
    : { drift: [], driftTotal: 0 };
}

function driftSourcesOf(cluster: ClusterRecord, standing: Standing): DriftSources | null {
  return standing.pending !== null || standing.record.wanted === 0 ? null : sourcesOf(cluster, standing);
}

/** What people decided to leave on a director; while its kernel is not known, nothing speaks against it. */
export function acceptedRows(cluster: ClusterRecord, standing: Standing): readonly AcceptedRow[] {
  const { record } = standing;
  if (record.accepted.length === 0) return [];
  const sources = sourcesOf(cluster, standing);
  const places = sources && driftPlaces(sources);
  return record.accepted.map((accepted) => ({
    ...accepted,
    director: record.name,
    target: standsTarget(accepted.stands),
    holds: places === null || holdsStill(accepted.stands, places),
  }));
}

function sourcesOf({ overlays }: ClusterRecord, { record, desired, known, plan }: Standing): DriftSources | null {
  const { layout } = record.history;
  if (!known || !layout || !plan) return null;
  return {
    ...{ overlays, plan, definition: desired.definition, desired: desired.table, lastApplied: record.lastApplied },
    kernel: { services: layout.services, settings: record.facts },
  };
}
