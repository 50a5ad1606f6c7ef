'use client';

import { useContext } from 'react';
import { cx } from './class-names.ts';
import { FreshnessContext } from './clock.tsx';

interface FigureProps {
  /** Null is unknown: shown as a dash, never as 0. */
  readonly value: number | null;
  readonly format: (value: number) => string;
  /** Why it is unknown when it is. */
  readonly unknownBecause: string;
  /** Why it is unknown when it is too old. */
  readonly oldBecause: string;
  /** Counted by the console itself, not by a kernel: it doesn't age. */
  readonly ageless?: boolean;
  readonly className?: string;
}

/** A number with its honesty: dim when it is zero or stale, a dash with the reason when it isn't known. */
export function Figure({ value, format, unknownBecause, oldBecause, ageless = false, className }: FigureProps) {
  const freshness = useContext(FreshnessContext);
  const old = !ageless && freshness === 'unknown';
  if (value === null || old)
    return (
      <span className={cx('figures text-ink-3', className)} title={old ? oldBecause : unknownBecause}>
        <span aria-hidden>–</span>
        <span className="sr-only">{old ? oldBecause : unknownBecause}</span>
      </span>
    );
  const dim = value === 0 || (!ageless && freshness === 'stale');
  return <span className={cx('figures', dim ? 'text-ink-3' : 'text-ink', className)}>{format(value)}</span>;
}
