import type { ConnectionFilter, ConnectionSummary, MoreOfLook } from '../../domain/connections/connection-summary.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';

export interface LookerParts {
  readonly read: (
    filter: ConnectionFilter,
    more: { readonly sample: number; readonly soFar?: (summary: ConnectionSummary) => void },
  ) => Promise<ConnectionSummary>;
  readonly send: (message: AgentMessage) => void;
}

/** Answers the console's looks, one at a time: two together would use twice the load that one may. */
export class Looker {
  readonly #parts: LookerParts;
  #busy = false;

  constructor(parts: LookerParts) {
    this.#parts = parts;
  }

  async look(look: number, filter: ConnectionFilter, more?: MoreOfLook): Promise<void> {
    const { read, send } = this.#parts;
    if (this.#busy) return send({ type: 'connections', look, summary: null, refusal: 'A look is being made already.' });
    this.#busy = true;
    try {
      const soFar = (summary: ConnectionSummary) =>
        send({ type: 'connections', look, summary, refusal: null, soFar: true });
      const summary = await read(filter, { sample: more?.sample ?? 0, ...(more?.soFar ? { soFar } : {}) });
      send({ type: 'connections', look, summary, refusal: null });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      send({ type: 'connections', look, summary: null, refusal: `The connection table can’t be read: ${detail}` });
    } finally {
      this.#busy = false;
    }
  }
}
