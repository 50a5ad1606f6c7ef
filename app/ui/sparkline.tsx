import { memo } from 'react';

interface SparklineProps {
  /** Oldest first; null is a gap. */
  readonly points: readonly (number | null)[];
  /** What it shows, for people who can't see it. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

/** The shape of a number's last minutes. From zero, so that a small wiggle never looks like a storm. */
export const Sparkline = memo(function Sparkline({ points, label, width = 88, height = 18 }: SparklineProps) {
  const top = Math.max(1e-9, ...points.map((point) => point ?? 0));
  const step = width / Math.max(1, points.length - 1);
  const strokes: string[] = [];
  let pen = false;
  for (const [index, point] of points.entries()) {
    if (point === null) {
      pen = false;
      continue;
    }
    const x = (index * step).toFixed(1);
    const y = (height - 1.5 - (point / top) * (height - 3)).toFixed(1);
    strokes.push(`${pen ? 'L' : 'M'}${x} ${y}`);
    pen = true;
  }
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="block"
    >
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--line)" />
      <path d={strokes.join('')} fill="none" stroke="var(--ink-3)" strokeWidth="1.25" strokeLinejoin="round" />
    </svg>
  );
});
