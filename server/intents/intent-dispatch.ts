import { wholeIntentCapability } from '../../domain/wire/intent.ts';
import type { ConsoleMessage } from '../../domain/wire/messages.ts';
import type { ConsoleKey } from '../keys/console-key.ts';
import type { Place } from '../live/fleet.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import type { LiveDirector } from '../live/live-director.ts';
import { forOlderAgent } from './for-older-agent.ts';
import { intentOf } from './intent-of.ts';
import { generationFor, meantFor } from './meant.ts';

/** The way to a connected director. */
export interface AgentLink {
  send(message: ConsoleMessage): void;
  /** Bytes that wait to be sent. */
  backlog(): number;
  /** Whether its agent said that it can do this. */
  can(capability: string): boolean;
}

/** Bytes that may wait on a link before an intent waits too, so that a slow director gets the newest only. */
const fullLink = 1024 * 1024;
/** Milliseconds after which a full link is looked at again. */
const retryAfter = 200;

interface Needs {
  readonly linkOf: (directorId: string) => AgentLink | undefined;
  readonly key: ConsoleKey;
  readonly now: () => number;
  /** Called when an intent left, with its cluster's name. */
  readonly sent: (cluster: string) => void;
}

/** Brings intents to the directors that are connected, signed; the newest of each only. */
export class IntentDispatch {
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Sends a director that has just connected what it hasn't got, or hasn't told the end of. */
  greet(place: Place): void {
    const { director } = place;
    const generation = generationFor(place);
    if (director.held !== generation || director.applied !== generation) this.#send(place);
  }

  /** Sends what is meant for each of these directors of a cluster to those that are connected. */
  push(cluster: LiveCluster, directors: readonly LiveDirector[]): void {
    for (const director of directors) this.#send({ cluster, director });
  }

  stop(): void {
    for (const id of [...this.#waiting.keys()]) this.#forgetWaiting(id);
  }

  #send(place: Place): void {
    const { cluster, director } = place;
    const link = this.#needs.linkOf(director.id);
    if (!link) return;
    this.#forgetWaiting(director.id);
    if (link.backlog() > fullLink) {
      this.#waiting.set(
        director.id,
        setTimeout(() => this.#send(place), retryAfter),
      );
      return;
    }
    const meant = meantFor(place);
    if (!meant) return;
    const intent = intentOf(place, meant, this.#needs.now());
    const payload = JSON.stringify(link.can(wholeIntentCapability) ? intent : forOlderAgent(intent));
    link.send({ type: 'intent', payload, signature: this.#needs.key.sign(payload) });
    // A director that enrolled after the intent was written has none yet, and one that hears it again starts anew.
    const requestedAt = director.applyOf(intent.generation)?.requestedAt ?? intent.issuedAt;
    director.request(intent.generation, requestedAt);
    director.progress(intent.generation, { phase: 'sent' });
    director.sent = meant;
    this.#needs.sent(cluster.name);
  }

  #forgetWaiting(directorId: string): void {
    clearTimeout(this.#waiting.get(directorId));
    this.#waiting.delete(directorId);
  }
}
