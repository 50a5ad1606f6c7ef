/** Most things that are remembered at a time. */
const most = 1000;

/** Says whether something comes for the first time in a while, so that what goes on for ever is told now and then. */
export class OncePer {
  readonly #milliseconds: number;
  readonly #told = new Map<string, number>();

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  isFirst(what: string, at: number): boolean {
    const told = this.#told.get(what);
    if (told !== undefined && at - told < this.#milliseconds) return false;
    this.#told.delete(what);
    this.#told.set(what, at);
    if (this.#told.size > most) this.#told.delete(this.#told.keys().next().value ?? '');
    return true;
  }
}
