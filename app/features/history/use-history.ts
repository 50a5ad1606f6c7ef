'use client';

import { useContext, useEffect, useEffectEvent, useState } from 'react';
import type { HistoryQuestion } from '../../../domain/history/asked-history.ts';
import type { HistoryAnswer } from '../../../domain/history/history-answer.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { pauseStore } from '../../lib/pause-store.ts';
import type { ChartRange } from '../../ui/chart/chart-data.ts';
import { ClockContext } from '../../ui/clock.tsx';
import { type LookedAt, presetLengths } from './history-ranges.ts';
import { newestAsked, until, withNewer } from './history-window.ts';

export type AskedOf = Pick<HistoryQuestion, 'cluster' | 'director' | 'of' | 'fields' | 'rows' | 'listed'>;

export interface ShownHistory {
  readonly answer: HistoryAnswer;
  readonly range: ChartRange;
}

export interface HistoryState {
  /** What was read last: it stays in sight until what is asked for now has come. */
  readonly shown: ShownHistory | null;
  readonly reading: boolean;
  readonly error: unknown;
}

interface Read extends Omit<HistoryState, 'reading'> {
  /** What it answers. */
  readonly question: string;
}

/** As soon as a second is over there may be a new one; a longer step grows slowly. Milliseconds. */
const pollAfter = (step: number): number => (step <= 1000 ? 1000 : 2000);

/** After this many seconds of silence a whole window is less to read than what is missing. */
const mostMissing = 2000;

/**
 * The numbers of a time, and the newest ones as they come while it ends now. They stand still while the page is paused
 * or out of sight.
 */
export function useHistory(asked: AskedOf, looked: LookedAt, points: number): HistoryState {
  const clock = useContext(ClockContext);
  const [state, setState] = useState<Read>({ question: '', shown: null, error: null });
  const question = JSON.stringify([asked, looked, points]);
  const timeNow = useEffectEvent((): number => clock.now());

  useEffect(() => {
    const [of, at, count] = JSON.parse(question) as [AskedOf, LookedAt, number];
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let held: HistoryAnswer | null = null;
    const rangeAt = (now: number): ChartRange =>
      at.kind === 'fixed' ? { from: at.from, to: at.to } : { from: now - presetLengths[at.preset], to: now };

    const whole = async (now: number) => {
      const range = rangeAt(now);
      return consoleClient().history.series.query({
        ...of,
        from: Math.round(range.from),
        to: Math.round(range.to),
        points: count,
      });
    };
    const newer = async (known: HistoryAnswer, now: number) => {
      const missing = newestAsked(known, now);
      if (missing.points > mostMissing) return whole(now);
      const listed = known.rows.map(({ service, destination }) => ({ service, destination }));
      const rows = listed.length > 0 ? { listed, rows: listed.length } : { rows: 0 };
      const answer = await consoleClient().history.series.query({ ...of, ...rows, ...missing });
      return withNewer(known, answer, now - (at.kind === 'live' ? presetLengths[at.preset] : 0)) ?? whole(now);
    };
    const read = async () => {
      const now = timeNow();
      const isStill = pauseStore.get() !== null || document.hidden;
      if (!held || !isStill) {
        try {
          held = until(await (held ? newer(held, now) : whole(now)), now);
          if (over) return;
          setState({ question, shown: { answer: held, range: rangeAt(now) }, error: null });
        } catch (error) {
          if (over) return;
          setState((before) => ({ ...before, question, error }));
        }
      }
      if (at.kind === 'live' || !held) timer = setTimeout(() => void read(), pollAfter(held?.step ?? 1000));
    };
    void read();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [question]);

  return { shown: state.shown, error: state.error, reading: state.question !== question };
}
