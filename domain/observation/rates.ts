import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import { type Frame, type History, type Layout, largestGap, numberAt } from './history.ts';
import { numbersPerDestination, type SampleField } from './sample.ts';

/**
 * How long a rate looks back, in milliseconds.
 *
 * The kernel's estimator refreshes counters every 2 seconds (`net/netfilter/ipvs/ip_vs_est.c`): two refreshes make a
 * rate that neither jumps nor lags.
 */
export const rateWindow = 4_000;

/** Samples that are looked through for the newest refresh of a counter: 2 s of them, and one that came late. */
const refreshWithin = 3;

/** Two samples between which counters can be compared. */
export interface Span {
  readonly from: Frame;
  readonly to: Frame;
  readonly seconds: number;
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
  const from = gaugeOf(span.from, place, field);
  const to = gaugeOf(span.to, place, field);
  return from === null || to === null || to < from ? null : to - from;
}

/** A destination's number in a sample; null when its table doesn't have the destination. */
export function gaugeOf(frame: Frame, place: Place, field: SampleField): number | null {
  const offset = frame.table === place.layout ? place.offset : frame.table.offsetOf(place.service, place.destination);
  return offset === undefined ? null : (numberAt(frame, offset, field) ?? null);
}

/** Counters of a destination at the newest moment, a second; null before enough samples, and across a gap or reset. */
export function rateNow(history: History, place: Place, field: SampleField): number | null {
  const { frames } = history;
  const end = frames.length - 1;
  return field === 'conns' ? connRateAt(frames, end, place) : rateAt(frames, end, place, field);
}

/**
 * A counter's rate a second in the `rateWindow` before the sample at `end`; null where samples are missing, the
 * director rebooted, or the counter was reset.
 *
 * It is measured from refresh to refresh of that counter. Our second and the kernel's 2 seconds drift past each other,
 * and a window of fixed length then has one refresh too few: half the rate for a moment, with nothing wrong.
 */
export function rateAt(frames: readonly Frame[], end: number, place: Place, field: SampleField): number | null {
  const newest = refreshedBefore(frames, end, place, field);
  const last = frames[newest];
  if (!last) return null;
  for (let index = newest - 1; index >= 0; index--) {
    const before = frames[index];
    const after = frames[index + 1];
    if (!before || !after || !contiguous(before, after)) return null;
    // A tenth of leeway: samples of a busy director come some milliseconds early or late.
    if (last.kernelTime - before.kernelTime < rateWindow * 0.9) continue;
    const first = frames[refreshedBefore(frames, index, place, field)];
    if (!first) return null;
    const span = spanOf(first, last);
    const rise = riseOf(span, place, field);
    return rise === null ? null : rise / span.seconds;
  }
  return null;
}

const notWorkedOut = Number.NaN;
const notKnown = -1;

/** Rates of new connections that were worked out, by sample and destination: they never change afterwards. */
const connRates = new WeakMap<Frame, Float64Array>();

/** `rateAt` of new connections, worked out once for each sample: sparklines ask for the same ones every second. */
export function connRateAt(frames: readonly Frame[], end: number, place: Place): number | null {
  const frame = frames[end];
  if (!frame || place.offset === undefined || frame.table !== place.layout) return rateAt(frames, end, place, 'conns');
  let rates = connRates.get(frame);
  if (!rates) {
    const { length } = frame.numbers;
    rates = new Float64Array(frame.fields === 'all' ? length / numbersPerDestination : length).fill(notWorkedOut);
    connRates.set(frame, rates);
  }
  const index = place.offset / numbersPerDestination;
  let rate = rates[index] ?? notWorkedOut;
  if (Number.isNaN(rate)) {
    rate = rateAt(frames, end, place, 'conns') ?? notKnown;
    rates[index] = rate;
  }
  return rate === notKnown ? null : rate;
}

/** The newest sample up to `end` that shows a refresh of the counter; `end` itself when none of the last few does. */
function refreshedBefore(frames: readonly Frame[], end: number, place: Place, field: SampleField): number {
  for (let index = end; index > 0 && index > end - refreshWithin; index--) {
    const after = frames[index];
    const before = frames[index - 1];
    if (!after || !before || !contiguous(before, after)) return end;
    if (gaugeOf(before, place, field) !== gaugeOf(after, place, field)) return index;
  }
  return end;
}

/** The samples that the points of a sparkline end at, one for each `step` milliseconds, oldest first; null is a gap. */
export function sparklineEnds(history: History, points: number, step: number): (number | null)[] {
  const latest = history.latest;
  if (!latest) return Array<null>(points).fill(null);
  const lastOfBucket = new Map<number, number>();
  for (const [index, frame] of history.frames.entries()) lastOfBucket.set(Math.floor(frame.kernelTime / step), index);
  const newest = Math.floor(latest.kernelTime / step);
  return Array.from({ length: points }, (_, point) => lastOfBucket.get(newest - (points - 1 - point)) ?? null);
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
