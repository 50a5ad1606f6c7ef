import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { VirtualService } from '../lvs/table.ts';
import { type Frame, type History, numberOf } from '../observation/history.ts';
import { expectedShares } from './expected-shares.ts';
import { ShareTest } from './share-test.ts';

/** Counters lag by the estimator's 2 s: connections from before a change still arrive in them. Milliseconds. */
const settling = 3_000;

/** Counters that only rise say what came while samples were missing; after this long nobody knows what stood then. */
const bridgeable = 60_000;

/** One service while it stands as it stands. */
interface Stretch {
  readonly standing: string;
  readonly serving: readonly DestinationKeyText[];
  readonly shares: readonly number[];
  /** Null where fewer than two destinations serve or no share is promised. */
  readonly test: ShareTest | null;
  /** Counters when it began; null until the ones of before have settled. */
  base: Float64Array | null;
  /** Kernel time at which it begins. */
  begins: number;
  last: Float64Array;
}

/** The tests of all virtual services of a director, fed with each of its samples once. */
export class ShareTests {
  readonly #history: History;
  readonly #stretches = new Map<ServiceKeyText, Stretch>();
  #last: Frame | null = null;

  constructor(history: History) {
    this.#history = history;
  }

  /** How a service stands, up to the newest sample; null before its counters have settled. */
  of(key: ServiceKeyText): Pick<Stretch, 'serving' | 'shares' | 'test'> | null {
    this.#follow();
    const stretch = this.#stretches.get(key);
    return stretch?.base ? stretch : null;
  }

  #follow(): void {
    const { frames } = this.#history;
    let first = frames.length;
    while (first > 0 && frames[first - 1] !== this.#last) first--;
    for (const frame of frames.slice(first)) {
      this.#take(frame);
      this.#last = frame;
    }
  }

  #take(frame: Frame): void {
    const before = this.#last;
    const passed = before ? frame.kernelTime - before.kernelTime : 0;
    if (before && (passed <= 0 || passed > bridgeable || before.table.bootId !== frame.table.bootId))
      this.#stretches.clear();
    if (before?.table !== frame.table) this.#takeTable(frame);
    for (const [key, stretch] of this.#stretches) feed(stretch, key, frame);
  }

  #takeTable(frame: Frame): void {
    const { serviceByKey } = frame.table;
    for (const key of this.#stretches.keys()) if (!serviceByKey.has(key)) this.#stretches.delete(key);
    for (const [key, service] of serviceByKey) {
      const standing = standingText(service);
      const known = this.#stretches.get(key);
      if (known?.standing === standing) continue;
      // What stood before the first sample stood for long, as far as anybody knows.
      const begins = frame.kernelTime + (known ? settling : 0);
      this.#stretches.set(key, stretchOf(service, standing, begins));
    }
  }
}

function stretchOf(service: VirtualService, standing: string, begins: number): Stretch {
  const promised = expectedShares(
    service.scheduler,
    service.destinations.map((to) => to.weight),
  );
  const serving = service.destinations.flatMap((to, index) => {
    const share = promised[index];
    return share ? [{ key: destinationKeyText(to), share }] : [];
  });
  const shares = serving.map(({ share }) => share);
  const test = shares.length < 2 ? null : new ShareTest(shares, worthSayingOf(service));
  const keys = serving.map(({ key }) => key);
  return { standing, serving: keys, shares, test, base: null, begins, last: new Float64Array(0) };
}

/**
 * Part of the connections that must be misplaced for a skew to be worth saying.
 *
 * Where clients are placed and not connections, shares are as coarse as clients are few, and more of it is in order.
 */
const worthSayingOf = ({ scheduler, persistence }: VirtualService): number =>
  persistence || ['sh', 'dh', 'mh', 'lblc', 'lblcr'].includes(scheduler) ? 0.1 : 0.05;

function feed(stretch: Stretch, key: ServiceKeyText, frame: Frame): void {
  if (frame.kernelTime < stretch.begins) return;
  const now = Float64Array.from(stretch.serving, (to) => numberOf(frame, key, to, 'conns') ?? Number.NaN);
  const fell = stretch.last.length > 0 && now.some((count, at) => !(count >= (stretch.last[at] ?? 0)));
  stretch.last = now;
  if (!stretch.base || fell) {
    // A counter that fell was reset, and with it all that was counted.
    stretch.base = now;
    stretch.begins = frame.kernelTime;
    if (fell) stretch.test?.restart();
    return;
  }
  const base = stretch.base;
  stretch.test?.feed(
    (frame.kernelTime - stretch.begins) / 1000,
    now.map((count, at) => count - (base[at] ?? 0)),
  );
}

/** All of a service that bears on its balance, so that two that balance alike have the same text. */
function standingText(service: VirtualService): string {
  const weights = service.destinations
    .map((to) => `${destinationKeyText(to)}=${to.weight} ${to.upperThreshold} ${to.lowerThreshold}`)
    .sort();
  const { scheduler, schedulerFlags, persistence, onePacket } = service;
  return JSON.stringify([scheduler, schedulerFlags, persistence, onePacket, weights]);
}
