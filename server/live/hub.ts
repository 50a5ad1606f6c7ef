import { type TrackedEnvelope, tracked } from '@trpc/server';
import { AppError } from '../trpc/app-error.ts';
import { type Follower, mostFollowed } from '../trpc/follower.ts';
import { serialiseOnce } from '../trpc/serialise-once.ts';

/** Bytes that wait for a browser above which it skips to the latest view. */
const slowBrowser = 512 * 1024;
/** Milliseconds in which changes are gathered before they are shown. */
const gathering = 30;
/** The same for numbers alone: directors' samples that come close together are shown together. */
const gatheringSamples = 250;

interface Topic<View> {
  readonly make: () => View | null;
  view: View | null;
  number: number;
  subscribers: number;
  next: PromiseWithResolvers<void>;
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
  readonly #topics = new Map<string, Topic<object>>();
  #gathering: NodeJS.Timeout | undefined;
  #gatheringSamples: NodeJS.Timeout | undefined;

  /** `bootId` is another one at every start, so that no event id of an earlier console means something here. */
  constructor(bootId: string) {
    this.#bootId = bootId;
  }

  /** Followers of all views. */
  get followers(): number {
    return [...this.#topics.values()].reduce((sum, topic) => sum + topic.subscribers, 0);
  }

  /** Makes every followed view anew: at least once a second, so that ages and the unknown show without samples too. */
  tick(): void {
    clearTimeout(this.#gathering);
    clearTimeout(this.#gatheringSamples);
    this.#gathering = undefined;
    this.#gatheringSamples = undefined;
    for (const topic of this.#topics.values()) {
      topic.view = shared(topic.make());
      topic.number += 1;
      const { resolve } = topic.next;
      topic.next = Promise.withResolvers();
      resolve();
    }
  }

  /** Makes them at once, because an intent or an apply changed; many changes in a moment count as one. */
  touch(): void {
    this.#gathering ??= setTimeout(() => this.tick(), gathering);
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
      const stopped = new Promise<void>((resolve) =>
        signal?.addEventListener('abort', () => resolve(), { once: true }),
      );
      for (let shown = 0; !signal?.aborted; ) {
        if (topic.number !== shown && follower.backlog() <= slowBrowser) {
          shown = topic.number;
          if (!topic.view) throw new AppError('NOT_FOUND', 'There is no such thing, or no more.');
          yield tracked(`${this.#bootId}-${shown}`, topic.view);
          continue;
        }
        await Promise.race([topic.next.promise, stopped]);
      }
    } finally {
      follower.following -= 1;
      topic.subscribers -= 1;
      if (topic.subscribers === 0) this.#topics.delete(viewed.key);
    }
  }

  #join<View extends object>({ key, make }: Viewed<View>): Topic<View> {
    const standing = this.#topics.get(key) as Topic<View> | undefined;
    const topic = standing ?? {
      make,
      view: shared(make()),
      number: 1,
      subscribers: 0,
      next: Promise.withResolvers<void>(),
    };
    topic.subscribers += 1;
    if (!standing) this.#topics.set(key, topic);
    return topic;
  }
}

const shared = <View extends object>(view: View | null): View | null => view && serialiseOnce(view);
