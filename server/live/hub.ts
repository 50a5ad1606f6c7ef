import { type TrackedEnvelope, tracked } from '@trpc/server';
import { AppError } from '../trpc/app-error.ts';
import { type Follower, mostFollowed } from '../trpc/follower.ts';
import { serialiseOnce } from '../trpc/serialise-once.ts';

/** Bytes that wait for a browser above which it skips to the latest view. */
const slowBrowser = 512 * 1024;
/** Shortest time in which changes are gathered before they are shown, in milliseconds. */
const gathering = 30;
/** The same for numbers alone: directors' samples that come close together are shown together. */
const gatheringSamples = 250;

/** A view, or why there is none. */
type Shown<View> = { readonly ok: true; readonly view: View } | { readonly ok: false; readonly error: unknown };

interface Topic<View> {
  readonly make: () => View | null;
  shown: Shown<View>;
  number: number;
  subscribers: number;
  /** Followers that have seen it, each to be called when it is made anew. */
  readonly waiting: Set<() => void>;
}

/** One view that browsers follow: a key that is the same for the same view, and how it is made. */
export interface Viewed<View extends object> {
  readonly key: string;
  readonly make: () => View | null;
}

/**
 * Shows views as they go on: each is made once a tick for all who follow it, and only while somebody does.
 *
 * It keeps no queues. A follower that is slow finds the latest view when it comes back, and memory stays as it is.
 */
export class Hub {
  readonly #bootId: string;
  readonly #now: () => number;
  readonly #topics = new Map<string, Topic<object>>();
  #gathering: NodeJS.Timeout | undefined;
  /** Milliseconds that the last tick took. */
  #took = 0;
  #gatheringSamples: NodeJS.Timeout | undefined;

  /** `bootId` is another one at every start, so that no event id of an earlier console means something here. */
  constructor(bootId: string, now: () => number) {
    this.#bootId = bootId;
    this.#now = now;
  }

  /** Followers of all views. */
  get followers(): number {
    return [...this.#topics.values()].reduce((sum, topic) => sum + topic.subscribers, 0);
  }

  /** Makes every followed view anew, once a second. One that can't be made fails its own followers alone. */
  tick(): void {
    this.stop();
    this.#gathering = undefined;
    this.#gatheringSamples = undefined;
    const began = this.#now();
    for (const topic of this.#topics.values()) {
      topic.shown = shown(topic.make);
      topic.number += 1;
      for (const wake of topic.waiting) wake();
    }
    this.#took = this.#now() - began;
  }

  /**
   * Makes them at once, because an intent or an apply changed; many changes in a moment count as one, and views that
   * take long to make are made less often, so that a long apply leaves the console time for other things.
   */
  touch(): void {
    this.#gathering ??= setTimeout(() => this.tick(), Math.max(gathering, this.#took * 3));
  }

  /** Makes them soon, because new numbers came: a kernel's number would else wait for two clocks, its own and ours. */
  touchSoon(): void {
    this.#gatheringSamples ??= setTimeout(() => this.tick(), gatheringSamples);
  }

  stop(): void {
    clearTimeout(this.#gathering);
    clearTimeout(this.#gatheringSamples);
  }

  /** The view now, then each later one, until the signal; refuses when what it shows doesn't exist or exists no more. */
  async *follow<View extends object>(
    viewed: Viewed<View>,
    signal: AbortSignal | undefined,
    follower: Follower,
  ): AsyncGenerator<TrackedEnvelope<View>, void> {
    if (follower.following >= mostFollowed)
      throw new AppError('TOO_MANY', `One connection follows ${mostFollowed} views.`);
    const topic = this.#join(viewed);
    follower.following += 1;
    try {
      // One listener for all waits: a promise of the signal's would keep something of every wait until the end.
      let wake = (): void => {};
      signal?.addEventListener('abort', () => wake(), { once: true });
      for (let seen = 0; !signal?.aborted; ) {
        if (topic.number !== seen && follower.backlog() <= slowBrowser) {
          seen = topic.number;
          if (!topic.shown.ok) throw topic.shown.error;
          yield tracked(`${this.#bootId}-${seen}`, topic.shown.view);
          continue;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
          topic.waiting.add(wake);
        });
        topic.waiting.delete(wake);
      }
    } finally {
      follower.following -= 1;
      topic.subscribers -= 1;
      if (topic.subscribers === 0) this.#topics.delete(viewed.key);
    }
  }

  #join<View extends object>({ key, make }: Viewed<View>): Topic<View> {
    const standing = this.#topics.get(key) as Topic<View> | undefined;
    const topic: Topic<View> = standing ?? {
      make,
      shown: shown(make),
      number: 1,
      subscribers: 0,
      waiting: new Set<() => void>(),
    };
    topic.subscribers += 1;
    if (!standing) this.#topics.set(key, topic);
    return topic;
  }
}

function shown<View extends object>(make: () => View | null): Shown<View> {
  try {
    const view = make();
    if (view) return { ok: true, view: serialiseOnce(view) };
    return { ok: false, error: new AppError('NOT_FOUND', 'There is no such thing, or no more.') };
  } catch (error) {
    return { ok: false, error };
  }
}
