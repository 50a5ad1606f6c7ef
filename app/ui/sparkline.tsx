'use client';

import { memo, useEffect, useRef } from 'react';
import { keepSparkline, paintSparkline } from './sparkline-painter.ts';

interface SparklineProps {
  /** Oldest first; null is a gap. */
  readonly points: readonly (number | null)[];
  /** What it shows, for people who can't see it. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

/** The shape of a number's last minutes, on a canvas: the page has no element that changes when the numbers do. */
export const Sparkline = memo(function Sparkline({ points, label, width = 88, height = 18 }: SparklineProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => (canvas.current ? keepSparkline(canvas.current) : undefined), []);
  useEffect(() => {
    if (canvas.current) paintSparkline(canvas.current, points);
  }, [points]);
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no img can be painted on
  return <canvas ref={canvas} role="img" aria-label={label} style={{ width, height }} className="block" />;
});
