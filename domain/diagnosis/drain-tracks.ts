import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import { type Frame, type History, numberOf } from '../observation/history.ts';

/** What a destination without weight had at a moment of the director's boot-time clock, in milliseconds. */
export interface TrackPoint {
  readonly at: number;
  readonly activeConn: number;
  readonly persistConn: number;
}

/** Milliseconds between two points, and how many are kept: the last minute. */
const step = 3_000;
const keptPoints = 20;

/** Gauges of a moment ago may still be those of before. Milliseconds. */
const settling = 3_000;

interface Track {
  readonly since: number;
  readonly points: TrackPoint[];
}

/** Follows how connections go away from the destinations of a director that have weight 0, for the last minute. */
export class DrainTracks {
  readonly #history: History;
  readonly #tracks = new Map<string, Track>();
  #last: Frame | null = null;

  constructor(history: History) {
    this.#history = history;
  }

  /** Oldest first; none while the destination has weight, isn't there, or has only just become quiet. */
  of(service: ServiceKeyText, destination: DestinationKeyText): readonly TrackPoint[] {
    this.follow();
    return this.#tracks.get(`${service} ${destination}`)?.points ?? [];
  }

  /** Takes what came since the last time. To be called at least every 20 s, as older samples have no gauges. */
  follow(): void {
    const { frames } = this.#history;
    let first = frames.length;
    while (first > 0 && frames[first - 1] !== this.#last) first--;
    for (const frame of frames.slice(first)) {
      if (this.#last && this.#last.table.bootId !== frame.table.bootId) this.#tracks.clear();
      if (this.#last?.table !== frame.table) this.#takeTable(frame);
      if (frame.fields === 'all') this.#takeGauges(frame);
      this.#last = frame;
    }
  }

  #takeTable(frame: Frame): void {
    const quiet = new Set<string>();
    for (const [key, service] of frame.table.serviceByKey)
      for (const to of service.destinations) if (to.weight === 0) quiet.add(`${key} ${destinationKeyText(to)}`);
    for (const place of this.#tracks.keys()) if (!quiet.has(place)) this.#tracks.delete(place);
    for (const place of quiet)
      if (!this.#tracks.has(place)) this.#tracks.set(place, { since: frame.kernelTime, points: [] });
  }

  #takeGauges(frame: Frame): void {
    if (this.#tracks.size === 0) return;
    for (const [key, service] of frame.table.serviceByKey)
      for (const to of service.destinations) {
        if (to.weight > 0) continue;
        const destination = destinationKeyText(to);
        const track = this.#tracks.get(`${key} ${destination}`);
        const at = frame.kernelTime;
        // A tenth of leeway: samples of a busy director come some milliseconds early or late.
        if (!track || at < track.since + settling || at < (track.points.at(-1)?.at ?? 0) + step * 0.9) continue;
        const number = (field: 'activeConn' | 'persistConn') => numberOf(frame, key, destination, field) ?? 0;
        track.points.push({ at, activeConn: number('activeConn'), persistConn: number('persistConn') });
        if (track.points.length > keptPoints) track.points.shift();
      }
  }
}
