import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import { type Frame, type History, numberOf } from '../observation/history.ts';

/** What became of a destination while it was looked at. Times are milliseconds on the director's boot-time clock. */
export interface DestinationLife {
  /** When it was seen to begin to serve; null when it did from the beginning, or doesn't. */
  readonly servesSince: number | null;
  /** When it was seen to get weight 0; null when it had it from the beginning, or hasn't. */
  readonly quietSince: number | null;
  /** The fewest active connections since then, when counters had settled. */
  readonly leastActive: number;
  /** When it had weight 0 and more active connections than in the sample before; null when that was never so. */
  readonly roseAt: number | null;
  /** When it was last seen at its upper threshold, as it stands; null when it never was. */
  readonly fullAt: number | null;
  /** When it joined or left in the last ten minutes. */
  readonly changes: readonly number[];
}

interface Life {
  serves: boolean;
  servesSince: number | null;
  quietSince: number | null;
  leastActive: number;
  /** In the sample before. */
  active: number;
  roseAt: number | null;
  upper: number;
  fullAt: number | null;
  changes: number[];
}

/** Joins and leaves are remembered for this long. Milliseconds. */
const remembered = 600_000;

/** Gauges of a moment ago may still be those of before. Milliseconds. */
const settling = 3_000;

const unseen: DestinationLife = {
  servesSince: null,
  quietSince: null,
  leastActive: Number.POSITIVE_INFINITY,
  roseAt: null,
  fullAt: null,
  changes: [],
};

/** Follows when the destinations of a director join, leave, and come back. */
export class DestinationLives {
  readonly #history: History;
  readonly #lives = new Map<string, Life>();
  #last: Frame | null = null;

  constructor(history: History) {
    this.#history = history;
  }

  of(service: ServiceKeyText, destination: DestinationKeyText): DestinationLife {
    this.#follow();
    return this.#lives.get(`${service} ${destination}`) ?? unseen;
  }

  #follow(): void {
    const { frames } = this.#history;
    let first = frames.length;
    while (first > 0 && frames[first - 1] !== this.#last) first--;
    for (const frame of frames.slice(first)) {
      if (this.#last && this.#last.table.bootId !== frame.table.bootId) this.#lives.clear();
      if (this.#last?.table !== frame.table) this.#takeTable(frame, this.#last === null || this.#lives.size === 0);
      if (frame.fields === 'all') this.#takeGauges(frame);
      this.#last = frame;
    }
  }

  #takeTable(frame: Frame, atFirst: boolean): void {
    const serving = new Map<string, boolean>();
    const services = new Set<string>(this.#last?.table.serviceByKey.keys());
    for (const [key, service] of frame.table.serviceByKey)
      for (const to of service.destinations) {
        const text = `${key} ${destinationKeyText(to)}`;
        serving.set(text, to.weight > 0);
        const known = this.#lives.get(text);
        if (known && known.upper !== to.upperThreshold) {
          known.upper = to.upperThreshold;
          known.fullAt = null;
        }
        if (!known) {
          // A new service begins with its destinations: none of them came later than the others.
          const came = to.weight > 0 && !atFirst && services.has(key);
          const quiet = to.weight === 0 && !atFirst;
          this.#lives.set(text, {
            serves: to.weight > 0,
            servesSince: came ? frame.kernelTime : null,
            quietSince: quiet ? frame.kernelTime : null,
            ...{ leastActive: Number.POSITIVE_INFINITY, active: Number.POSITIVE_INFINITY, roseAt: null },
            ...{ upper: to.upperThreshold, fullAt: null },
            changes: came ? [frame.kernelTime] : [],
          });
        }
      }
    for (const [text, life] of this.#lives) turn(life, serving.get(text) ?? false, frame.kernelTime);
    for (const [text, life] of this.#lives)
      if (!serving.has(text) && life.changes.length === 0) this.#lives.delete(text);
  }

  #takeGauges(frame: Frame): void {
    for (const [key, service] of frame.table.serviceByKey)
      for (const to of service.destinations) {
        if (to.weight > 0 && to.upperThreshold === 0) continue;
        const text = destinationKeyText(to);
        const life = this.#lives.get(`${key} ${text}`);
        if (!life) continue;
        const active = numberOf(frame, key, text, 'activeConn') ?? 0;
        const all = active + (numberOf(frame, key, text, 'inactConn') ?? 0);
        if (to.upperThreshold > 0 && all >= to.upperThreshold) life.fullAt = frame.kernelTime;
        if (to.weight === 0 && frame.kernelTime >= (life.quietSince ?? 0) + settling) takeQuiet(life, active, frame);
      }
  }
}

function takeQuiet(life: Life, active: number, { kernelTime }: Frame): void {
  if (active > life.active) life.roseAt = kernelTime;
  life.active = active;
  life.leastActive = Math.min(life.leastActive, active);
}

function turn(life: Life, serves: boolean, at: number): void {
  life.changes = life.changes.filter((change) => at - change < remembered);
  if (life.serves === serves) return;
  life.serves = serves;
  life.changes.push(at);
  life.servesSince = serves ? at : null;
  life.quietSince = serves ? null : at;
  life.leastActive = Number.POSITIVE_INFINITY;
  life.active = Number.POSITIVE_INFINITY;
  life.roseAt = null;
}
