'use client';

import { useEffect, useState } from 'react';
import type { Annotation, Annotations } from '../../../domain/history/history-answer.ts';
import { consoleClient } from '../../lib/console-client.ts';
import type { ChartRange } from '../../ui/chart/chart-data.ts';
import type { LookedAt } from './history-ranges.ts';

/** How often it is asked whether something happened. Milliseconds. */
const every = 3_000;

const none: Annotations = { annotations: [], more: false };

/** What happened to a cluster in the time that is looked at; what is newer is added as it comes. */
export function useAnnotations(cluster: string, looked: LookedAt, range: ChartRange | null): Annotations {
  const [known, setKnown] = useState<{ readonly of: string; readonly found: Annotations }>({ of: '', found: none });
  const of = JSON.stringify([cluster, looked]);
  // Turns over every few seconds while the range moves on, and not while it stands still.
  const from = range && Math.floor(range.from);
  const turn = range && Math.floor(range.to / every);
  useEffect(() => {
    if (from === null || turn === null) return;
    let over = false;
    const to = (turn + 1) * every;
    const newestHeld = known.of === of ? known.found.annotations.at(-1) : undefined;
    // Rows are written in the order of their times, but for a moment that a transaction takes.
    const since = newestHeld ? Math.max(from, newestHeld.at - 10_000) : from;
    consoleClient()
      .history.annotations.query({ cluster, from: since, to })
      .then((answer) => {
        if (over) return;
        setKnown((before) =>
          before.of === of && newestHeld
            ? {
                of,
                found: { annotations: joined(before.found.annotations, answer.annotations), more: before.found.more },
              }
            : { of, found: answer },
        );
      })
      // The numbers say by themselves that the console can't be reached.
      .catch(() => undefined);
    return () => {
      over = true;
    };
    // Asked again when time went on, not at each answer.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [cluster, of, turn]);
  return known.of === of ? known.found : none;
}

/** Both, each once, oldest first. */
export function joined(known: readonly Annotation[], newer: readonly Annotation[]): readonly Annotation[] {
  const ids = new Set(known.map(({ id }) => id));
  const added = newer.filter(({ id }) => !ids.has(id));
  return added.length === 0 ? known : [...known, ...added].toSorted((a, b) => a.at - b.at || a.id - b.id);
}
