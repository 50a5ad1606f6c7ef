import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { historyRange } from '../../domain/history/history-range.ts';
import { columns, type Points } from '../../domain/history/points.ts';
import { type Series, seriesOfTable } from '../../domain/history/series.ts';
import type { DestinationKeyText } from '../../domain/lvs/destination-key.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { VirtualService } from '../../domain/lvs/table.ts';
import { History } from '../../domain/observation/history.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { Collector } from './collector.ts';
import { readPoints } from './read-points.ts';

/** A whole minute of 2026, in milliseconds. */
export const began = Date.UTC(2026, 5, 1, 12);

/** One virtual service with so many destinations. */
export function exampleTable(destinations: number): VirtualService[] {
  const to = Array.from({ length: destinations }, (_, index) => ({
    address: `10.${1 + Math.floor(index / 62_500)}.${Math.floor(index / 250) % 250}.${1 + (index % 250)}`,
    port: 80,
    forwarding: 'direct-routing',
    weight: 1,
  }));
  const key = { kind: 'address', protocol: 'TCP', address: '10.0.0.100', port: 80 };
  return [{ key, scheduler: 'wrr', destinations: to } as unknown as VirtualService];
}

/** A director whose history is collected on a database of its own, with a clock that the test turns. */
export class ExampleHistory {
  readonly #directory = mkdtempSync(path.join(tmpdir(), 'shoal-history-'));
  readonly director = 'lb1';
  history = new History();
  #db: Database | null = null;
  #collector: Collector | null = null;
  now = began;

  get db(): Database {
    if (!this.#db) throw new Error('not open');
    return this.#db;
  }

  get collector(): Collector {
    if (!this.#collector) throw new Error('not open');
    return this.#collector;
  }

  get bytesOnDisk(): number {
    return statSync(path.join(this.#directory, 'shoal.db')).size;
  }

  async start(): Promise<void> {
    this.#db = await openDatabase(path.join(this.#directory, 'shoal.db'), 'prisma/migrations', () => this.now);
    if (!(await this.db.cluster.findUnique({ where: { id: 'shop' } }))) {
      await this.db.cluster.create({ data: { id: 'shop', name: 'shop', createdAt: new Date(began) } });
      const director = {
        id: this.director,
        name: 'lb1',
        clusterId: 'shop',
        publicKey: '',
        enrolledAt: new Date(began),
      };
      await this.db.director.create({ data: director });
    }
    this.#collector = new Collector({ db: this.db, log: pino({ level: 'silent' }), now: () => this.now });
  }

  /** Ends it as a signal does, or as a power cut does, and starts it again: what was in memory is gone either way. */
  async restart(how: 'stopped' | 'killed'): Promise<void> {
    if (how === 'stopped') await this.collector.stop();
    await this.db.$disconnect();
    const table = this.history.layout;
    this.history = new History();
    if (table) this.history.pushTable(table.services, table.bootId);
    await this.start();
  }

  /** One sample; conns of each destination in the table's order, and other numbers made of them. */
  sample(kernelTime: number, conns: readonly number[]): void {
    const numbers = conns.flatMap((one) => [5, 6, 7, one, one * 5, one * 4, one * 400, one * 4000]);
    const pushed = this.history.pushSample(kernelTime, this.now, numbers);
    if (!pushed.ok) throw new Error(pushed.reason);
    this.collector.take(this.director, pushed.value);
  }

  /** Seconds that pass, `rise` new connections of every destination in each; what is over is written every 10 s. */
  async pass(seconds: number, rise: number): Promise<void> {
    const count = this.history.layout?.services[0]?.destinations.length ?? 0;
    for (let second = 0; second < seconds; second++) {
      this.now += 1000;
      this.#kernelTime += 1000;
      this.#conns += rise;
      this.sample(this.#kernelTime, Array<number>(count).fill(this.#conns));
      if (second % 10 === 9) await this.collector.work();
    }
  }

  #kernelTime = 5_000;
  #conns = 0;

  /** The counters begin anew, as after `ipvsadm -Z`. */
  resetCounters(): void {
    this.#conns = 0;
  }

  /** The director boots: its clock and counters begin anew. */
  reboot(bootId: string): void {
    this.#kernelTime = 5_000;
    this.#conns = 0;
    this.history.pushTable(this.history.layout?.services ?? [], bootId);
  }

  get series(): readonly Series[] {
    return this.history.layout ? seriesOfTable(this.history.layout) : [];
  }

  /** Points of one destination, in as many steps as asked. */
  async points(from: number, to: number, points: number, series = this.series[0]): Promise<Points> {
    const range = historyRange(from, to, points, this.now);
    const known = await this.collector.known.of(this.director);
    const asked = { range, columns, series: series ? [series] : [] };
    const recorder = this.collector.recorder(this.director);
    for await (const read of readPoints(this.db, recorder, known, asked)) return read.points;
    throw new Error('no points were read');
  }

  async remove(): Promise<void> {
    await this.db.$disconnect();
    rmSync(this.#directory, { recursive: true });
  }
}

/** A column's numbers; null where there is a gap. */
export const listed = (points: Points, column: 'conns' | 'covered'): (number | null)[] =>
  Array.from(points.column(column), (value, point) => (points.isGap(point) ? null : value));

export const serviceKey = 'TCP 10.0.0.100:80' as ServiceKeyText;
export const firstDestination = '10.1.0.1:80' as DestinationKeyText;
