import type { Definition } from '../../domain/definition/definition.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';

/**
 * The newest revision on its way by a first director.
 *
 * The first director alone has it. Every other director of the cluster keeps `previous`: `heldBackAt` is set on it.
 */
export interface Rollout {
  /** The first director; it may be removed meanwhile. */
  readonly firstId: string;
  readonly first: string;
  /** The intent that it must apply. */
  readonly generation: number;
  /** `stopped`: it failed there, and people decide. */
  readonly state: 'first' | 'stopped';
  readonly previous: Previous;
}

/** What the waiting directors keep. Overlays are laid over it as they are over the newest revision. */
export interface Previous {
  /** 0 when the newest revision is the cluster's first: nothing is sent to the waiting directors then. */
  readonly revision: number;
  readonly definition: Definition;
  readonly takeOver: ReadonlySet<ServiceKeyText>;
}
