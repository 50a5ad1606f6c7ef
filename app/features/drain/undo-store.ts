/** Milliseconds for which a drain or a return can be undone by one press. */
export const undoFor = 30_000;

/** Something that was done a moment ago, and how to undo it. */
export interface UndoOffer {
  readonly did: 'drain' | 'return';
  /** What it was done to, as people call it. */
  readonly name: string;
  /** When the offer ends, on the store's clock. */
  readonly until: number;
  /** Does the opposite; throws what the console refused it with. */
  readonly undo: () => Promise<void>;
}

/** The one thing that can be undone now: a newer one takes its place. */
export class UndoStore {
  readonly now: () => number;
  readonly #listeners = new Set<() => void>();
  #offer: UndoOffer | null = null;

  constructor(now: () => number) {
    this.now = now;
  }

  offer(offer: Omit<UndoOffer, 'until'>): void {
    this.#set({ ...offer, until: this.now() + undoFor });
  }

  /** Takes an offer away: it was taken, put aside, or its time is over. A newer one stays. */
  end(offer: UndoOffer): void {
    if (this.#offer === offer) this.#set(null);
  }

  // Bound, because React calls them without their store.
  readonly get = (): UndoOffer | null => this.#offer;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(offer: UndoOffer | null): void {
    this.#offer = offer;
    for (const listener of this.#listeners) listener();
  }
}

/** Lives as long as the page, and so through every way that leads on inside the app. */
export const undoStore = new UndoStore(() => performance.now());
