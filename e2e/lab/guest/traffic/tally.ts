import type { TrafficReport } from '../../traffic-settings.ts';

type Counts = Record<string, number>;

/** Counts what becomes of requests and connections. */
export class Tally {
  readonly #answers: Counts = {};
  readonly #connections: Counts = {};
  readonly #failures: Counts = {};
  readonly #held: Counts = {};
  #latencies: number[] = [];

  answered(server: string, milliseconds: number): void {
    add(this.#answers, server, 1);
    this.#latencies.push(milliseconds);
  }

  connected(server: string): void {
    add(this.#connections, server, 1);
  }

  failed(kind: string): void {
    add(this.#failures, kind, 1);
  }

  holds(server: string, change: 1 | -1): void {
    add(this.#held, server, change);
  }

  /** The counts since the start; the latencies since the last report. */
  report(now: number): TrafficReport {
    const sorted = this.#latencies.sort((a, b) => a - b);
    this.#latencies = [];
    const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return {
      at: now,
      answers: { ...this.#answers },
      connections: { ...this.#connections },
      failures: { ...this.#failures },
      held: { ...this.#held },
      latency: sorted.length === 0 ? null : { p50: quantile(0.5), p99: quantile(0.99) },
    };
  }
}

function add(counts: Counts, key: string, change: number): void {
  const sum = (counts[key] ?? 0) + change;
  if (sum === 0) delete counts[key];
  else counts[key] = sum;
}
