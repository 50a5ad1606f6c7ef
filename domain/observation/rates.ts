import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import { type Frame, type History, type Layout, largestGap } from './history.ts';
import { type SampleField, sampleOffset } from './sample.ts';

/**
 * How long "now" is for a rate, in milliseconds.
 *
 * The kernel's estimator refreshes counters every 2 seconds (`net/netfilter/ipvs/ip_vs_est.c`): two refreshes make a
 * rate that neither jumps nor lags.
 */
export const rateWindow = 4_000;

/** Two samples between which counters can be compared. */
export interface Span {
  readonly from: Frame;
  readonly to: Frame;
  readonly seconds: number;
}

/** The newest span of at least `rateWindow`, or null while there is none without a gap or a restart. */
export function rateSpan(history: History): Span | null {
  return spanBack(history.frames, history.frames.length - 1, rateWindow);
}

/** Spans of `step` milliseconds on the director's clock for a sparkline, oldest first; null is a gap. */
export function sparklineSpans(history: History, points: number, step: number): (Span | null)[] {
  const latest = history.latest;
  if (!latest) return Array<null>(points).fill(null);
  const lastOfBucket = new Map<number, number>();
  for (const [index, frame] of history.frames.entries()) lastOfBucket.set(Math.floor(frame.kernelTime / step), index);
  // The newest bucket still fills: it would end each line with a dip.
  const newest = Math.floor(latest.kernelTime / step) - 1;
  return Array.from({ length: points }, (_, point) => {
    const bucket = newest - (points - 1 - point);
    const from = lastOfBucket.get(bucket - 1);
    const to = lastOfBucket.get(bucket);
    if (from === undefined || to === undefined) return null;
    return contiguousSpan(history.frames, from, to);
  });
}

/** A destination with its place in one layout, so that a row of numbers is looked up once and not once a point. */
export interface Place {
  readonly service: ServiceKeyText;
  readonly destination: DestinationKeyText;
  readonly layout: Layout | null;
  readonly offset: number | undefined;
}

export const placeOf = (layout: Layout | null, service: ServiceKeyText, destination: DestinationKeyText): Place => ({
  service,
  destination,
  layout,
  offset: layout?.offsetOf(service, destination),
});

/** How much a destination's counter rose in a span; null when it was not there at both ends or was reset between. */
export function riseOf(span: Span, place: Place, field: SampleField): number | null {
  const from = offsetIn(span.from, place);
  const to = offsetIn(span.to, place);
  if (from === undefined || to === undefined) return null;
  const rise = (span.to.numbers[to + sampleOffset[field]] ?? 0) - (span.from.numbers[from + sampleOffset[field]] ?? 0);
  return rise < 0 ? null : rise;
}

/** A destination's counter as a rate a second; null where `riseOf` is. */
export function rateOf(span: Span | null, place: Place, field: SampleField): number | null {
  if (!span) return null;
  const rise = riseOf(span, place, field);
  return rise === null ? null : rise / span.seconds;
}

/** A destination's number in a sample; null when its table doesn't have the destination. */
export function gaugeOf(frame: Frame, place: Place, field: SampleField): number | null {
  const offset = offsetIn(frame, place);
  return offset === undefined ? null : (frame.numbers[offset + sampleOffset[field]] ?? null);
}

const offsetIn = (frame: Frame, place: Place): number | undefined =>
  frame.table === place.layout ? place.offset : frame.table.offsetOf(place.service, place.destination);

/** The span that ends at frame `last` and is at least `milliseconds` long, by the director's own clock. */
function spanBack(frames: readonly Frame[], last: number, milliseconds: number): Span | null {
  const to = frames[last];
  if (!to) return null;
  for (let index = last - 1; index >= 0; index--) {
    const from = frames[index];
    const next = frames[index + 1];
    if (!from || !next || !contiguous(from, next)) return null;
    // A tenth of leeway: samples of a busy director come some milliseconds early or late.
    if (to.kernelTime - from.kernelTime >= milliseconds * 0.9) return spanOf(from, to);
  }
  return null;
}

function contiguousSpan(frames: readonly Frame[], from: number, to: number): Span | null {
  for (let index = from; index < to; index++) {
    const before = frames[index];
    const after = frames[index + 1];
    if (!before || !after || !contiguous(before, after)) return null;
  }
  const first = frames[from];
  const last = frames[to];
  return first && last && last.kernelTime > first.kernelTime ? spanOf(first, last) : null;
}

/** Whether nothing is missing between two neighbouring samples: no gap and no reboot. */
export function contiguous(before: Frame, after: Frame): boolean {
  const passed = after.kernelTime - before.kernelTime;
  return passed > 0 && passed <= largestGap && before.table.bootId === after.table.bootId;
}

export const spanOf = (from: Frame, to: Frame): Span => ({
  from,
  to,
  seconds: (to.kernelTime - from.kernelTime) / 1000,
});
