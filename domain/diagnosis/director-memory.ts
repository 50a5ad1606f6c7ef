import { ShareTests } from '../balance/share-tests.ts';
import type { History } from '../observation/history.ts';
import { DestinationLives } from './destination-lives.ts';
import { DrainTracks } from './drain-tracks.ts';
import { VipLives } from './vip-lives.ts';

/** What the diagnosis of a director keeps from second to second; it has no clock, times are handed in. */
export class DirectorMemory {
  readonly shares: ShareTests;
  readonly lives: DestinationLives;
  readonly drains: DrainTracks;
  readonly vips = new VipLives();
  #since: ReadonlyMap<string, number> = new Map();

  constructor(history: History) {
    this.shares = new ShareTests(history);
    this.lives = new DestinationLives(history);
    this.drains = new DrainTracks(history);
  }

  /** Takes all that is detected at `at`, and gives since when each has held without a break. */
  hold(ids: readonly string[], at: number): ReadonlyMap<string, number> {
    this.#since = new Map(ids.map((id) => [id, this.#since.get(id) ?? at]));
    return this.#since;
  }
}
