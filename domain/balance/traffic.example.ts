/** Numbers from 0 to 1 that are the same on every run (Mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many connections one second brings each destination: Poisson arrivals, each drawn by the shares. */
export function drawn(random: () => number, rate: number, shares: readonly number[]): number[] {
  // Splitting a Poisson stream by shares gives independent Poisson streams.
  return shares.map((share) => poisson(random, rate * share));
}

/** By its definition where the mean is small, and by the normal law, which it comes near to, where it is large. */
export function poisson(random: () => number, mean: number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let product = random();
  let count = 0;
  while (product > limit) {
    product *= random();
    count++;
  }
  return count;
}

/** How many of so many do what each does with this chance: one by one where they are few, else by the normal law. */
export function binomial(random: () => number, count: number, chance: number): number {
  const variance = count * chance * (1 - chance);
  if (variance > 25)
    return Math.min(count, Math.max(0, Math.round(count * chance + Math.sqrt(variance) * normal(random))));
  let done = 0;
  for (let one = 0; one < count; one++) if (random() < chance) done++;
  return done;
}

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(random() || Number.MIN_VALUE)) * Math.cos(2 * Math.PI * random());

/** The seconds of thin traffic in which a connection comes, with what it brings: the others change nothing. */
export function* arrivalsOf(random: () => number, rate: number, seconds: number, shares: readonly number[]) {
  for (let at = 0; ; ) {
    at += -Math.log(random() || Number.MIN_VALUE) / rate;
    if (at > seconds) return;
    let place = random();
    const to = shares.findIndex((share) => {
      place -= share;
      return place < 0;
    });
    yield { at: Math.ceil(at), counts: shares.map((_, index) => (index === Math.max(0, to) ? 1 : 0)) };
  }
}
