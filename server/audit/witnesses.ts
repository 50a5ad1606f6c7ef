import type { Checkpoint, Witness } from '../../domain/audit/checkpoint.ts';
import { witnessCapability } from '../../domain/wire/witness-messages.ts';
import type { AgentLink } from '../intents/intent-dispatch.ts';

/** Milliseconds that a witness's answer is waited for. */
const answerWithin = 5000;

/** A connected director that keeps checkpoints, and how far it can witness. */
export interface WitnessState {
  readonly director: string;
  readonly seq: number;
  /** Milliseconds since 1970, when it said so. */
  readonly at: number;
}

interface Place {
  readonly id: string;
  readonly name: string;
}

interface Needs {
  /** The directors, connected or not. */
  readonly directors: () => readonly Place[];
  readonly linkOf: (directorId: string) => AgentLink | undefined;
  readonly now: () => number;
}

/** The directors' agents as witnesses: they keep checkpoints, and give them back. */
export class Witnesses {
  readonly #needs: Needs;
  readonly #states = new Map<string, WitnessState>();
  readonly #asked = new Map<string, (checkpoints: readonly Checkpoint[] | null) => void>();
  #requests = 0;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Those that are connected and hold any. */
  get states(): readonly WitnessState[] {
    return this.#able().flatMap(({ id }) => this.#states.get(id) ?? []);
  }

  tell(checkpoints: readonly Checkpoint[]): void {
    for (const { link } of this.#able()) link.send({ type: 'checkpoints', checkpoints: [...checkpoints] });
  }

  /** Sends one that has just connected what it may have missed. */
  greet(link: AgentLink, recent: readonly Checkpoint[]): void {
    if (link.can(witnessCapability) && recent.length > 0) link.send({ type: 'checkpoints', checkpoints: [...recent] });
  }

  witnessed({ id, name }: Place, seq: number): void {
    if (seq > 0) this.#states.set(id, { director: name, seq, at: this.#needs.now() });
  }

  answered({ id }: Place, request: number, checkpoints: readonly Checkpoint[]): void {
    this.#asked.get(`${id} ${request}`)?.(checkpoints);
  }

  /** What all connected witnesses hold; those that don't answer in time are left out. */
  async ask(): Promise<readonly Witness[]> {
    const request = ++this.#requests;
    const answers = this.#able().map(async ({ id, name, link }): Promise<Witness[]> => {
      const checkpoints = await this.#answer(`${id} ${request}`, () => link.send({ type: 'witness-request', request }));
      return checkpoints && checkpoints.length > 0 ? [{ by: name, checkpoints }] : [];
    });
    return (await Promise.all(answers)).flat();
  }

  async #answer(key: string, ask: () => void): Promise<readonly Checkpoint[] | null> {
    const { promise, resolve } = Promise.withResolvers<readonly Checkpoint[] | null>();
    const timer = setTimeout(() => resolve(null), answerWithin);
    this.#asked.set(key, resolve);
    ask();
    const answer = await promise;
    clearTimeout(timer);
    this.#asked.delete(key);
    return answer;
  }

  #able() {
    return this.#needs.directors().flatMap(({ id, name }) => {
      const link = this.#needs.linkOf(id);
      return link?.can(witnessCapability) ? [{ id, name, link }] : [];
    });
  }
}
