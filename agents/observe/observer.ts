import { type OutByHealth, placesOf } from '../../domain/checks/out-by-health.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { DirectorFacts, Observation } from '../../domain/observation/observation.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import type { TableMessage } from '../../domain/wire/table-message.ts';
import type { Kernel } from '../ipvs/kernel.ts';
import { isSameTable, numbersOf, servicesOf } from './table-messages.ts';

export interface ObserverParts {
  readonly kernel: Pick<Kernel, 'readTable'>;
  readonly readFacts: () => Promise<DirectorFacts>;
  readonly owned: () => ReadonlySet<ServiceKeyText>;
  /** What this director's checks took out; null while that is being written. */
  readonly outByHealth: () => OutByHealth | null;
  /** Whether somebody listens. */
  readonly listening: () => boolean;
  /** Whether `saw` wants to hear although nobody listens. Nothing is read where neither does. */
  readonly watching: () => boolean;
  /** Hears of each look, after the listener. */
  readonly saw: (observation: Observation, facts: DirectorFacts) => void;
  /** False when the message was dropped because the way is full. */
  readonly send: (message: AgentMessage) => boolean;
  /** Says what can't be read, in words; null when it is over. */
  readonly trouble: (detail: string | null) => void;
}

/** Milliseconds between two looks at the table. */
const every = 1000;

/** Looks after which the facts are read anew: they change by hand, seldom, and a hand's edit shows within 3 s. */
const factsEvery = 2;

/** Looks at the kernel once a second and tells what it saw: the whole table when it changed, else its numbers. */
export class Observer {
  readonly #parts: ObserverParts;
  #timer: NodeJS.Timeout | null = null;
  #busy = false;
  #again = false;
  #looks = 0;
  #facts: DirectorFacts | null = null;
  #last: TableMessage | null = null;
  #tableNumber = 0;

  constructor(parts: ObserverParts) {
    this.#parts = parts;
  }

  start(): void {
    // A look that takes longer than a second makes ticks fall away; they never pile up.
    this.#timer ??= setInterval(() => {
      if (!this.#busy) void this.#look();
    }, every);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** Looks at once; right after the look that is on its way, if there is one. `factsToo` reads the facts anew. */
  lookNow(factsToo = false): void {
    if (factsToo) this.#looks = 0;
    if (this.#busy) this.#again = true;
    else void this.#look();
  }

  /** Starts anew for a listener that knows nothing: table numbers begin at 1 and the next look tells the table. */
  greet(): void {
    this.#last = null;
    this.#facts = null;
    this.#tableNumber = 0;
    this.lookNow();
  }

  async #look(): Promise<void> {
    const { listening, watching, trouble } = this.#parts;
    if (!listening() && !watching()) return;
    this.#busy = true;
    do {
      this.#again = false;
      try {
        await this.#readAndTell();
        trouble(null);
      } catch (error) {
        trouble(`The IPVS table can’t be read: ${error instanceof Error ? error.message : String(error)}`);
      }
    } while (this.#again);
    this.#busy = false;
  }

  async #readAndTell(): Promise<void> {
    const { kernel, readFacts, listening, saw, outByHealth } = this.#parts;
    const due = this.#looks++ % factsEvery === 0;
    if (due || !this.#facts) this.#facts = await readFacts();
    const facts = this.#facts;
    const out = outByHealth();
    const observation = await kernel.readTable();
    // Weights and why they are 0 are told together; a look comes as soon as the writing has ended.
    if (listening() && out && out === outByHealth()) this.#tell(observation, facts, out);
    saw(observation, facts);
  }

  #tell(observation: Observation, facts: DirectorFacts, out: OutByHealth): void {
    const { send, owned: readOwned } = this.#parts;
    const owned = [...readOwned()].sort();
    const { kernelTime } = observation;
    const outByHealth = placesOf(out);
    const isTold = this.#last && isSame(this.#last, owned, facts, outByHealth);
    if (!this.#last || !isTold || !isSameTable(this.#last.services, observation)) {
      const table: TableMessage = {
        type: 'table',
        tableNumber: this.#tableNumber + 1,
        kernelTime,
        services: servicesOf(observation),
        owned,
        facts: { ...facts, daemons: [...facts.daemons], addresses: [...facts.addresses] },
        // Missing where there is none: an older console, which has no checks, doesn't know the field.
        ...(outByHealth.length > 0 ? { outByHealth } : {}),
      };
      // A table that was dropped is told at the next look; numbers without it would mean nothing.
      if (!send(table)) return;
      this.#tableNumber++;
      this.#last = table;
    }
    send({ type: 'sample', tableNumber: this.#tableNumber, kernelTime, numbers: numbersOf(observation) });
  }
}

function isSame(
  last: TableMessage,
  owned: readonly ServiceKeyText[],
  facts: DirectorFacts,
  out: NonNullable<TableMessage['outByHealth']>,
): boolean {
  return (
    last.owned.join('\n') === owned.join('\n') &&
    JSON.stringify(last.facts) === JSON.stringify(facts) &&
    JSON.stringify(last.outByHealth ?? []) === JSON.stringify(out)
  );
}
