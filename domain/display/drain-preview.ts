import type { GuardBreach } from '../guard/guard-breach.ts';
import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { SysctlName } from '../lvs/sysctl.ts';
import type { Preview } from './preview.ts';

/** What is true on these directors and decides how a drain goes. Null is unknown. */
export type DrainFact =
  /** Clients stay with a destination for so many seconds after their last connection. */
  | { readonly kind: 'persistence'; readonly service: ServiceKeyText; readonly timeout: number }
  | { readonly kind: 'one-packet'; readonly service: ServiceKeyText }
  /** UDP has no close: an entry goes when it was idle for so many seconds. */
  | {
      readonly kind: 'udp';
      readonly director: string;
      readonly service: ServiceKeyText;
      readonly timeout: number | null;
    }
  | { readonly kind: 'expire-quiescent-template'; readonly director: string; readonly value: number | null }
  /** 1: a connection whose destination is gone ends with its next packet; 0: its packets vanish. For a cut. */
  | { readonly kind: 'expire-nodest-conn'; readonly director: string; readonly value: number | null }
  /** What the targets have now, all together. */
  | {
      readonly kind: 'connections';
      readonly director: string;
      readonly activeConn: number | null;
      readonly inactConn: number | null;
      readonly persistConn: number | null;
    }
  /** Another destination without weight, whose templates end too when the setting is laid over. */
  | {
      readonly kind: 'also-touched';
      readonly director: string;
      readonly service: ServiceKeyText;
      readonly destination: DestinationKeyText;
      readonly persistConn: number | null;
    };

/** A setting that a new revision states before the drain begins, with the value that all directors have now. */
export interface StatedSysctl {
  readonly sysctl: SysctlName;
  readonly value: number;
}

/** The weights that a destination passes on its way back, between 0 and the written one; none where that is 1. */
export interface RampPreview {
  readonly service: ServiceKeyText;
  readonly destination: DestinationKeyText;
  readonly writtenWeight: number;
  readonly weights: readonly number[];
}

/** What a drain or a return would do, before anything is done. */
export type DrainPreview =
  | Extract<Preview, { ok: false }>
  | (Extract<Preview, { ok: true }> & {
      readonly guard: readonly GuardBreach[];
      readonly facts: readonly DrainFact[];
      readonly states: StatedSysctl | null;
      /** Of a return as a ramp; empty otherwise. */
      readonly ramps: readonly RampPreview[];
      /** Targets that wait for checks before they return are not in the plan yet. */
      readonly waits: readonly string[];
    });
