import { chiSquareP } from './chi-square.ts';
import { alarmAt, enoughToSay, falseAlarmsPerWeek, levels } from './false-alarm-rate.ts';
import { logEvidence, misplacedShare, sumOf } from './share-evidence.ts';

/** New connections in one window, by destination in the order of the shares, and what they say. */
export interface Judgement {
  readonly kind: 'balanced' | 'skewed' | 'too-little-traffic';
  readonly counts: Float64Array;
  readonly connections: number;
  readonly seconds: number;
  /** The largest chance at which fair traffic ever gives evidence as strong; 1 where no skew is said. */
  readonly pValue: number;
}

/** Where a window begins: seconds and connections since the test began. */
interface Mark {
  readonly at: number;
  readonly counts: Float64Array;
  readonly connections: number;
}

/** What a window of some level must have. */
interface Bounds {
  /** Evidence that is an alarm. */
  readonly alarm: number;
  /** Connections after which balance may be said. */
  readonly enough: number;
  /** Connections below which no evidence can be an alarm. */
  readonly atLeast: number;
}

type Window = Mark & Bounds;

/** Evidence, in nats, that younger connections must be able to give before they may say that a skew is over. */
const speaksFor = 6;

/** Between this chance and an alarm nobody knows yet: neither skew nor balance is said. */
const doubt = 0.01;

/**
 * A test that goes on for as long as a service stands as it is: whether its new connections fall by the promised shares.
 *
 * It is fed once a second, and looks at windows of 16 s to 3 days at once: skew is said by the youngest that is sure of
 * it, so a flood is judged in seconds, and a connection a minute within hours. How false alarms are kept to a stated
 * rate is in false-alarm-rate.ts. An alarm of an old window ends when what came later speaks for the promised shares.
 */
export class ShareTest {
  readonly #shares: readonly number[];
  readonly #worthSaying: number;
  readonly #bounds: readonly Bounds[];
  /** Of each level the window that began last, and the one before it. */
  #younger: Mark[] = [];
  #older: (Mark | null)[] = [];
  #windows: readonly Window[] = [];
  #now: Mark = { at: 0, counts: new Float64Array(0), connections: 0 };
  #judgement: Judgement | null = null;
  /** The counts of the window that is looked at: some twenty a second of every service would be much to throw away. */
  readonly #counts: Float64Array;

  /** `worthSaying`: part of the connections (0–1) that must be misplaced, as a large sample makes trifles sure. */
  constructor(shares: readonly number[], worthSaying: number, chance = falseAlarmsPerWeek) {
    this.#shares = shares;
    this.#counts = new Float64Array(shares.length);
    this.#worthSaying = worthSaying;
    // One connection says no more than this, so that a few of them needn't be looked at.
    const most = Math.log(1 / Math.min(...shares));
    this.#bounds = levels.map((level) => {
      const alarm = alarmAt(level, chance);
      return { alarm, enough: enoughToSay(alarm, shares.length), atLeast: alarm / most };
    });
    this.restart();
  }

  /** Forgets all that was fed. */
  restart(): void {
    this.#now = { at: 0, counts: new Float64Array(this.#shares.length), connections: 0 };
    this.#younger = levels.map(() => this.#now);
    this.#older = levels.map(() => null);
    this.#judgement = null;
    this.#arrange();
  }

  /** Seconds since it began. */
  get seconds(): number {
    return this.#now.at;
  }

  /** New connections of each destination since the test began `seconds` ago; the array is kept. */
  feed(seconds: number, counts: Float64Array): void {
    this.#now = { at: seconds, counts, connections: sumOf(counts) };
    this.#judgement = null;
    let begun = false;
    for (const [index, level] of levels.entries()) {
      const younger = this.#younger[index];
      if (!younger || Math.floor(seconds / 2 ** level) === Math.floor(younger.at / 2 ** level)) continue;
      this.#older[index] = younger;
      this.#younger[index] = this.#now;
      begun = true;
    }
    if (begun) this.#arrange();
  }

  get judgement(): Judgement {
    this.#judgement ??= this.#judge();
    return this.#judgement;
  }

  /** The windows, youngest first; of those that began together the one of which the least evidence is asked. */
  #arrange(): void {
    const byStart = new Map<number, Window>();
    for (const [index, bounds] of this.#bounds.entries())
      for (const mark of [this.#younger[index], this.#older[index]])
        if (mark) byStart.set(mark.at, { ...mark, ...bounds });
    this.#windows = [...byStart.values()].sort((a, b) => b.at - a.at);
  }

  #judge(): Judgement {
    let balanced: Window | null = null;
    for (const window of this.#windows) {
      const connections = this.#now.connections - window.connections;
      if (connections < Math.min(window.atLeast, window.enough)) continue;
      const counts = this.#countsOf(window, this.#counts);
      const misplaced = misplacedShare(counts, this.#shares) >= this.#worthSaying;
      const evidence = misplaced ? logEvidence(counts, this.#shares) : 0;
      if (evidence >= window.alarm && !this.#isOver(window, counts)) return this.#say('skewed', window, evidence);
      if (evidence >= window.alarm) break;
      if (!balanced && connections >= window.enough && !(misplaced && this.#isDoubtful(counts))) balanced = window;
    }
    const oldest = this.#windows.at(-1) ?? { ...this.#now, alarm: 0, enough: 0, atLeast: 0 };
    return balanced ? this.#say('balanced', balanced, 0) : this.#say('too-little-traffic', oldest, 0);
  }

  #countsOf(window: Mark, into: Float64Array = new Float64Array(this.#shares.length)): Float64Array {
    for (let at = 0; at < into.length; at++) into[at] = (this.#now.counts[at] ?? 0) - (window.counts[at] ?? 0);
    return into;
  }

  #say(kind: Judgement['kind'], window: Mark, evidence: number): Judgement {
    return {
      kind,
      counts: this.#countsOf(window),
      connections: this.#now.connections - window.connections,
      seconds: this.#now.at - window.at,
      pValue: Math.min(1, Math.exp(-evidence)),
    };
  }

  /** Whether the connections after an alarm's window began fit the promised shares better than the alarm's. */
  #isOver(alarmed: Mark, counts: Float64Array): boolean {
    const all = sumOf(counts) + 0.5 * counts.length;
    const smooth = this.#shares.map((_, at) => ((counts[at] ?? 0) + 0.5) / all);
    const logs = smooth.map((share, at) => Math.log(share / (this.#shares[at] ?? 1)));
    const each = smooth.reduce((sum, share, at) => sum + share * (logs[at] ?? 0), 0);
    const speaking = this.#windows.find(
      ({ at, connections }) => at > alarmed.at && (this.#now.connections - connections) * each >= speaksFor,
    );
    if (!speaking) return false;
    const later = this.#countsOf(speaking);
    return logs.reduce((sum, log, at) => sum + log * (later[at] ?? 0), 0) < 0;
  }

  #isDoubtful(counts: Float64Array): boolean {
    const sum = sumOf(counts);
    const expected = this.#shares.map((share) => share * sum);
    return chiSquareP(Array.from(counts), expected) < doubt;
  }
}
