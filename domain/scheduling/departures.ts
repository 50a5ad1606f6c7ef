/** Things that are due at a time, the earliest first: a binary heap. */
export class Departures<T> {
  readonly #heap: { readonly at: number; readonly what: T }[] = [];

  add(at: number, what: T): void {
    const heap = this.#heap;
    heap.push({ at, what });
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#swapIfEarlier(child, parent)) return;
      child = parent;
    }
  }

  /** Takes the earliest that is due by `at`; null when none is. */
  takeDue(at: number): { readonly at: number; readonly what: T } | null {
    const heap = this.#heap;
    const [first] = heap;
    if (!first || first.at > at) return null;
    const last = heap.pop();
    if (last && heap.length > 0) {
      heap[0] = last;
      this.#sink();
    }
    return first;
  }

  #sink(): void {
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      const earlier = (this.#heap[right]?.at ?? Infinity) < (this.#heap[left]?.at ?? Infinity) ? right : left;
      if (!this.#heap[earlier] || !this.#swapIfEarlier(earlier, parent)) return;
      parent = earlier;
    }
  }

  #swapIfEarlier(child: number, parent: number): boolean {
    const heap = this.#heap;
    const lower = heap[child];
    const upper = heap[parent];
    if (!lower || !upper || lower.at >= upper.at) return false;
    heap[child] = upper;
    heap[parent] = lower;
    return true;
  }
}
