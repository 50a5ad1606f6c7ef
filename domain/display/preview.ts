import type { Problem } from '../definition/change.ts';
import type { GuardBreach } from '../guard/guard-breach.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { StepReason } from '../plan/plan.ts';

/** What a change would do, before anything is done. */
export type Preview =
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | {
      readonly ok: true;
      readonly directors: readonly DirectorPreview[];
      /** Connections and clients that the change touches. */
      readonly effects: readonly Effect[];
      /** Foreign services that stand in the way and can be taken over. */
      readonly foreign: readonly ServiceKeyText[];
      /** The name that must be typed when this can't be undone or takes the last destination; null when it needn't. */
      readonly confirm: string | null;
      /** True when no service is left after it. */
      readonly removesAll: boolean;
      /** What it brings below the capacity guard; missing where nothing can be. */
      readonly guard?: readonly GuardBreach[];
    };

export interface DirectorPreview {
  readonly director: string;
  readonly simulated: boolean;
  /** Milliseconds since the observation that this plan rests on; null when there is none, and then no steps. */
  readonly observationAge: number | null;
  /** The first of them; `totalSteps` counts all. */
  readonly steps: readonly PreviewStep[];
  readonly totalSteps: number;
}

export interface PreviewStep {
  readonly line: string;
  readonly reason: StepReason;
}

export type Effect = { readonly director: string; readonly service: ServiceKeyText } & (
  | { readonly kind: 'connections-stay'; readonly destination: string; readonly activeConn: number }
  | {
      readonly kind: 'connections-lost';
      readonly destination: string;
      readonly activeConn: number;
      readonly inactConn: number;
    }
  /** Clients with a persistence template still come, for up to `timeout` seconds after their last connection. */
  | {
      readonly kind: 'persistent-clients-stay';
      readonly destination: string;
      readonly persistConn: number;
      readonly timeout: number;
    }
  | { readonly kind: 'persistent-clients-move'; readonly destination: string; readonly persistConn: number }
  | { readonly kind: 'no-destination-serves' }
  | { readonly kind: 'udp-ages-out'; readonly destination: string; readonly timeout: number }
  /** The director's kernel is older than the Linux version, `since`, that the scheduler came with. */
  | {
      readonly kind: 'scheduler-too-old';
      readonly scheduler: string;
      readonly kernel: string;
      readonly since: string;
    }
);
