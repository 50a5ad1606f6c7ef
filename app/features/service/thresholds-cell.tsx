import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import { formatCount } from '../../lib/formats.ts';

/** The thresholds of a destination; a lower one of 0 is the kernel's three quarters of the upper one. */
export function ThresholdsCell({ row }: { readonly row: DestinationRow }) {
  const { upperThreshold: upper, lowerThreshold: lower } = row;
  if (upper === 0) return <span className="text-ink-3">0</span>;
  return (
    <span className="figures">
      {formatCount(upper)} / {lower === 0 ? <span className="text-ink-3">¾</span> : formatCount(lower)}
    </span>
  );
}
