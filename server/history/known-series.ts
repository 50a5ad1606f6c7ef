import type { Series, SeriesText } from '../../domain/history/series.ts';
import type { Database } from '../db/database.ts';
import { addSeries, findSeries, type StoredSeries, seeSeries } from './store.ts';

const day = 86_400_000;
/** Rows of one statement. */
const together = 200;

/** The series that the database knows, by director. Read once; only the writer of history adds to them. */
export class KnownSeries {
  readonly #db: Database;
  readonly #ofDirectors = new Map<string, Map<SeriesText, StoredSeries>>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Those of a director that ever had numbers, by their text. */
  async of(directorId: string): Promise<ReadonlyMap<SeriesText, StoredSeries>> {
    return this.#ofDirectors.get(directorId) ?? (await this.#read(directorId));
  }

  /** Those of a director with these among them, which have numbers on the day of `at` (milliseconds since 1970). */
  async with(
    directorId: string,
    series: readonly Series[],
    at: number,
  ): Promise<ReadonlyMap<SeriesText, StoredSeries>> {
    const today = Math.floor(at / day) * day;
    const known = await this.of(directorId);
    const missing = series.filter(({ text }) => !known.has(text));
    const unseen = series.flatMap(({ text }) => known.get(text) ?? []).filter(({ seenAt }) => seenAt < today);
    if (missing.length === 0 && unseen.length === 0) return known;
    for (let from = 0; from < missing.length; from += together)
      await addSeries(this.#db, directorId, missing.slice(from, from + together), today);
    for (let from = 0; from < unseen.length; from += together)
      await seeSeries(
        this.#db,
        unseen.slice(from, from + together).map(({ id }) => id),
        today,
      );
    return this.#read(directorId);
  }

  /** Reads them again when they are asked for, because some were removed. */
  forget(): void {
    this.#ofDirectors.clear();
  }

  async #read(directorId: string): Promise<ReadonlyMap<SeriesText, StoredSeries>> {
    const read = new Map((await findSeries(this.#db, directorId)).map((series) => [series.text, series]));
    this.#ofDirectors.set(directorId, read);
    return read;
  }
}
