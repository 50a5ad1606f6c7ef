import type { Definition } from '../../domain/definition/definition.ts';
import type { ApplyProgress } from '../../domain/display/views.ts';
import type { AcceptedDrift } from '../../domain/drift/accepted-drift.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';

/** What the database keeps of a director. */
export interface StoredDirector {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string;
  readonly simulated: boolean;
  readonly agentVersion: string | null;
  /** Milliseconds since 1970. */
  readonly lastSeen: number | null;
  readonly held: number;
  readonly bootId: string | null;
  readonly drifted: boolean;
  readonly applied: number;
  readonly heldBackAt: number | null;
  readonly confinedTo: number | null;
  readonly accepted: readonly AcceptedDrift[];
  readonly left: Left | null;
  /** Newest first. */
  readonly applies: readonly ApplyProgress[];
}

/** What an apply that ended well left on a director, as it was sent. */
export interface Left {
  readonly generation: number;
  readonly revision: number;
  readonly definition: Definition;
  readonly overlays: readonly Overlay[];
  readonly accepted: readonly AcceptedDrift[];
}
