import type { Health } from '../checks/health.ts';
import type { OutByHealth } from '../checks/out-by-health.ts';
import type { Definition } from '../definition/definition.ts';
import type { DesiredTable } from '../desired/desired-table.ts';
import type { DirectorMemory } from '../diagnosis/director-memory.ts';
import type { Finding } from '../diagnosis/finding.ts';
import type { AcceptedDrift } from '../drift/accepted-drift.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { History } from '../observation/history.ts';
import type { DirectorFacts } from '../observation/observation.ts';
import type { Overlay } from '../overlay/overlay.ts';
import type { ServiceReturn } from '../overlay/service-return.ts';
import type { ReleaseBrief } from '../release/release-view.ts';
import type { ApplyProgress } from './views.ts';

/** What the console knows of a cluster: the input of every view. */
export interface ClusterRecord {
  readonly name: string;
  readonly revision: number;
  readonly generation: number;
  readonly definition: Definition;
  readonly overlays: readonly Overlay[];
  /** What is on its way back to service. */
  readonly returns: readonly ServiceReturn[];
  /** Foreign services that the current revision may take over. */
  readonly takeOver: ReadonlySet<ServiceKeyText>;
  /** The directors that wait with this revision until the first one has it; null when none does. */
  readonly heldBack: HeldBack | null;
  /** The release that goes on, or ended last since the console started; null when there is none. */
  readonly release: ReleaseBrief | null;
  readonly directors: readonly DirectorRecord[];
}

/** Directors that keep the revision before, while the newest one goes to a first director. Drains are on all alike. */
export interface HeldBack {
  readonly previous: {
    readonly revision: number;
    readonly definition: Definition;
    readonly takeOver: ReadonlySet<ServiceKeyText>;
  };
  /** Names of the directors that wait. */
  readonly directors: ReadonlySet<string>;
  /** Name of the director that goes first. */
  readonly first: string;
  /** `first`: the revision is on its way to the first director. `stopped`: it failed there, and people decide. */
  readonly state: 'first' | 'stopped';
  /** Of the first director's intent. */
  readonly generation: number;
}

/** What the console knows of a director, whether it is connected or not. */
export interface DirectorRecord {
  readonly name: string;
  readonly cluster: string;
  readonly simulated: boolean;
  readonly connected: boolean;
  /** Milliseconds since 1970 on the console's clock; null when it never connected. */
  readonly lastSeen: number | null;
  /** Generation of the newest intent for it, and of the one it says it holds. */
  readonly wanted: number;
  readonly held: number;
  /** Generation whose apply ended well on it; its kernel should look like that. */
  readonly applied: number;
  readonly agentVersion: string | null;
  /** The kernel's table and numbers as they came; without a table before the first. */
  readonly history: History;
  /** What the diagnosis keeps of it from second to second. */
  readonly memory: DirectorMemory;
  readonly facts: DirectorFacts | null;
  readonly owned: ReadonlySet<ServiceKeyText>;
  /** What its agent knows of destinations by their checks, by `placeText`; times are the console's. */
  readonly health: ReadonlyMap<string, Health>;
  /** The destinations that have weight 0 on it because their check fails, as of its newest table. */
  readonly outByHealth: OutByHealth;
  /** Hand edits on it that people decided to leave. */
  readonly accepted: readonly AcceptedDrift[];
  /** What the last apply that ended well on it left; null when the console doesn't know. */
  readonly lastApplied: DesiredTable | null;
  /** What the agent can't do now, in its words. */
  readonly trouble: string | null;
  /** The last refusal that no later apply has made good. */
  readonly refusal: { readonly code: string; readonly detail: string } | null;
  /** Newest first. */
  readonly applies: readonly ApplyProgress[];
  /** Findings as of the last diagnosis, made once a second. */
  readonly findings: readonly Finding[];
}
