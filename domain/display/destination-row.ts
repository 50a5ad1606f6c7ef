import type { ObservedHealth } from '../checks/health.ts';
import type { Address } from '../lvs/address.ts';
import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ObservedForwardingMethod } from '../lvs/forwarding-method.ts';
import type { Tunnel } from '../lvs/table.ts';
import type { Overlay } from '../overlay/overlay.ts';
import type { Difference } from '../plan/plan.ts';
import type { DrainProgress, ReturnProgress } from './drain-progress.ts';

/** A destination of one virtual service on one director, as a table row shows it. Null is unknown, never 0. */
export interface DestinationRow {
  readonly key: DestinationKeyText;
  readonly address: Address;
  readonly port: number;
  readonly realServer: string;
  readonly forwarding: ObservedForwardingMethod;
  /** The operator's weight; null when the definition doesn't have this destination. */
  readonly writtenWeight: number | null;
  /** The weight after overlays; null likewise. */
  readonly effectiveWeight: number | null;
  /** The weight in the kernel; null when it is not there or not known. */
  readonly kernelWeight: number | null;
  /** The forwarding method in the kernel; null likewise. */
  readonly kernelForwarding: ObservedForwardingMethod | null;
  readonly outBy: readonly Overlay[];
  /** What its check says; null where it isn't checked, or nothing is known now. */
  readonly health: ObservedHealth | null;
  /** How tunneling wraps its packets; null for the other methods. */
  readonly tunnel: Tunnel | null;
  readonly upperThreshold: number;
  readonly lowerThreshold: number;
  /** 0–1. What the scheduler and weights promise, and what came; null where there is nothing to compare. */
  readonly expectedShare: number | null;
  readonly gotShare: number | null;
  readonly activeConn: number | null;
  readonly inactConn: number | null;
  readonly persistConn: number | null;
  /** New connections a second. */
  readonly cps: number | null;
  /** Bytes a second. */
  readonly inRate: number | null;
  readonly outRate: number | null;
  /** New connections a second, oldest first, one point for each 2 s; null is a gap. */
  readonly cpsHistory: readonly (number | null)[];
  readonly state: DestinationState;
  /** How far its drains are; null when none lies over it. */
  readonly drain: DrainProgress | null;
  /** How far it is on its way back; null when it isn't. */
  readonly returning: ReturnProgress | null;
}

export type DestinationState =
  | { readonly kind: 'serving' }
  /** Written weight 0, without a drain. */
  | { readonly kind: 'quiesced' }
  /** A drain or its end is written, and the director hasn't got it. */
  | { readonly kind: 'requested' }
  /** The director has it, and its kernel doesn't show it yet. */
  | { readonly kind: 'sent' }
  /** The kernel has weight 0, and connections or clients are left. */
  | { readonly kind: 'draining'; readonly activeConn: number; readonly persistConn: number }
  /** As its drains mean it: no active connection is left and, if they count, no live persistence template. */
  | { readonly kind: 'drained' }
  /** The kernel has weight 0 because its check fails; connections that stand go on. */
  | { readonly kind: 'check-failed' }
  /** Desired, and not in the kernel. */
  | { readonly kind: 'missing' }
  /** In the kernel, and not desired. */
  | { readonly kind: 'not-defined' }
  | { readonly kind: 'drifted'; readonly differences: readonly Difference[] }
  | { readonly kind: 'unknown' };
