import type { Address } from '../lvs/address.ts';
import type { DirectorFacts } from '../observation/observation.ts';

/** Follows which addresses come to a director: a VIP that comes is a failover. */
export class VipLives {
  #known: ReadonlySet<Address> | null = null;
  readonly #came = new Map<Address, number>();

  /** `at`: milliseconds since 1970 on the console's clock. */
  take(facts: DirectorFacts | null, at: number): void {
    if (!facts) return;
    const now = new Set(facts.addresses);
    if (this.#known) for (const address of now) if (!this.#known.has(address)) this.#came.set(address, at);
    for (const address of this.#came.keys()) if (!now.has(address)) this.#came.delete(address);
    this.#known = now;
  }

  /** Seconds since an address was seen to come; null when it was there from the beginning, or isn't. */
  cameFor(address: Address, at: number): number | null {
    const came = this.#came.get(address);
    return came === undefined ? null : Math.max(0, (at - came) / 1000);
  }
}
