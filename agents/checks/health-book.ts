import type { CheckResult } from '../../domain/checks/check-outcome.ts';
import { type CheckState, failingSince, nextState, unchecked, underCheck } from '../../domain/checks/check-state.ts';
import { heldOut } from '../../domain/checks/held-out.ts';
import { nobodyOut, type OutByHealth } from '../../domain/checks/out-by-health.ts';
import { desiredTable } from '../../domain/desired/desired-table.ts';
import type { Intent } from '../../domain/wire/intent.ts';
import { type CheckedPlace, checkedPlaces } from './checked-places.ts';
import type { HealthFile } from './health-file.ts';

/** Reads and keeps which destinations are out. */
export interface KeptHealth {
  readonly health: HealthFile;
  keepHealth(health: HealthFile): void;
}

/** What the agent knows of each checked destination, and which of them are out in the kernel because of it. */
export class HealthBook {
  readonly #kept: KeptHealth;
  #intent: Intent | null = null;
  #places: readonly CheckedPlace[] = [];
  #states = new Map<string, CheckState>();
  #laid: OutByHealth;
  /** The decision for what has failed by now; null when it must be made anew. */
  #wanted: OutByHealth | null = null;

  constructor(kept: KeptHealth) {
    this.#kept = kept;
    this.#laid = new Set(kept.health.out.map(({ place }) => place));
  }

  get places(): readonly CheckedPlace[] {
    return this.#places;
  }

  /** The destinations that have weight 0 in the kernel because their check fails, as it was laid last. */
  get laid(): OutByHealth {
    return this.#laid;
  }

  /** Whether what has failed by now is otherwise than what was laid. */
  get isDue(): boolean {
    return this.#intent !== null && !isSame(this.wanted, this.#laid);
  }

  /** The destinations that are to be out, by what has failed and what the guard lets go. */
  get wanted(): OutByHealth {
    this.#wanted ??= this.#decide();
    return this.#wanted;
  }

  stateOf({ place }: CheckedPlace): CheckState {
    return this.#states.get(place) ?? unchecked;
  }

  /** Takes the intent that is obeyed now. True when other places are checked than before, or otherwise. */
  obey(intent: Intent): boolean {
    if (this.#intent === intent) return false;
    this.#intent = intent;
    this.#wanted = null;
    const before = new Map(this.#places.map((place) => [place.place, place]));
    const keptOut = new Map(this.#kept.health.out.map((out) => [out.place, out]));
    this.#places = checkedPlaces(intent.definition);
    this.#states = new Map(
      this.#places.map((place): [string, CheckState] => {
        const known = before.has(place.place) ? this.#states.get(place.place) : undefined;
        if (known) return [place.place, underCheck(known, place.check)];
        const out = this.#laid.has(place.place) ? keptOut.get(place.place) : undefined;
        return [place.place, out ? failingSince(out.since, out.outcome, place.check) : unchecked];
      }),
    );
    return true;
  }

  /** Takes a result, which ended at `at` (milliseconds since 1970); gives the state before and after it. */
  take(place: CheckedPlace, result: CheckResult, at: number): { before: CheckState; after: CheckState } {
    const before = this.stateOf(place);
    const after = nextState(before, result, place.check, at);
    this.#states.set(place.place, after);
    if (before.verdict !== after.verdict) this.#wanted = null;
    return { before, after };
  }

  /** Takes that these are out in the kernel now, and keeps it on disk. */
  lay(out: OutByHealth): void {
    if (isSame(out, this.#laid)) return;
    this.#laid = out;
    const kept = [...out].sort().map((place) => {
      const { since, last } = this.#states.get(place) ?? unchecked;
      return { place, since: since ?? 0, outcome: last?.outcome ?? ({ what: 'error', text: '' } as const) };
    });
    this.#kept.keepHealth({ version: 1, out: kept });
  }

  #decide(): OutByHealth {
    if (!this.#intent) return this.#laid;
    const failing = new Map<string, number>();
    for (const [place, { verdict, since }] of this.#states) if (verdict === 'failing') failing.set(place, since ?? 0);
    if (failing.size === 0) return nobodyOut;
    const { definition, overlays, accepted } = this.#intent;
    return heldOut(desiredTable(definition, overlays, accepted), failing);
  }
}

const isSame = (one: OutByHealth, other: OutByHealth): boolean =>
  one === other || (one.size === other.size && [...one].every((place) => other.has(place)));
