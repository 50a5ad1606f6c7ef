import type { DrainProgress } from '../display/drain-progress.ts';
import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { DrainOverlay } from '../overlay/overlay.ts';
import type { Step } from '../plan/plan.ts';
import type { Halt } from '../release/release-state.ts';
import type { Figures } from './figures.ts';
import type { Remedy } from './remedy.ts';

export const severities = ['critical', 'warning', 'notice'] as const;
export type Severity = (typeof severities)[number];

/** Something that is wrong or worth knowing, with the numbers that show it. Its text is in the message catalogues. */
export type Finding = FindingSubject & FindingBody;

interface FindingSubject {
  /** The same while the same thing goes on, so that a screen can keep its place. */
  readonly id: string;
  readonly severity: Severity;
  readonly director: string;
  readonly service: ServiceKeyText | null;
  /** When it began, in milliseconds since 1970 on the console's clock. */
  readonly since: number;
  /** Changes that would mend it, the best first. */
  readonly remedies: readonly Remedy[];
}

/** Causes that are told by a destination, where there is one, and by figures. */
export const figuredCodes = [
  'persistence-netmask',
  'persistence-with-least-connection',
  'hash-few-sources',
  'hash-one-destination',
  'udp-clump',
  'upper-threshold',
  'quiesced-by-templates',
  'quiesced-by-reused-ports',
  'return-path-masquerading',
  'return-path-direct',
  'traffic-vanished',
  'came-back',
  'newcomer-gets-all',
  'long-lived-connections',
  'inactive-uneven',
  'slower-server',
  'flapping',
  'all-checks-fail',
  'guard-keeps-failing',
  'check-fails',
  'uneven-after-failover',
  'directors-in-step',
  'shared-real-server',
] as const;
export type FiguredCode = (typeof figuredCodes)[number];

export type FindingBody =
  | { readonly code: 'drift'; readonly steps: readonly Step[] }
  | { readonly code: 'foreign-in-the-way'; readonly services: readonly ServiceKeyText[] }
  /** Defined sysctls of `net.ipv4.vs` that the director's kernel, of this version, doesn't have. */
  | { readonly code: 'setting-unsupported'; readonly names: readonly string[]; readonly kernel: string }
  | { readonly code: 'unreachable'; readonly sinceMs: number | null }
  | { readonly code: 'apply-failed'; readonly line: string; readonly error: string }
  | { readonly code: 'intent-refused'; readonly refusal: string; readonly detail: string }
  | { readonly code: 'agent-trouble'; readonly detail: string }
  /** Waves are counted from 1. */
  | {
      readonly code: 'release-halted';
      readonly release: string;
      readonly wave: number;
      readonly why: Halt['kind'];
    }
  | { readonly code: 'skew-persistence'; readonly skew: SkewEvidence; readonly timeout: number }
  | { readonly code: 'skew'; readonly skew: SkewEvidence }
  | {
      readonly code: 'drain-held-by-persistence';
      readonly destination: DestinationKeyText;
      readonly persistConn: number;
      readonly timeout: number;
    }
  /** `drains`: those that lie over it, for what can be done about them. */
  | {
      readonly code: 'drain-past-deadline';
      readonly destination: DestinationKeyText;
      readonly drain: DrainProgress;
      readonly drains: readonly DrainOverlay[];
    }
  | { readonly code: 'no-destination-serves' }
  | FiguredBody;

export interface FiguredBody {
  readonly code: FiguredCode;
  readonly destination: DestinationKeyText | null;
  readonly figures: Figures;
}

export type FindingCode = FindingBody['code'];

export interface SkewEvidence {
  /** New connections that the verdict rests on, and the seconds they came in. */
  readonly connections: number;
  readonly seconds: number;
  /** Chance that a fair scheduler deviates this much. */
  readonly pValue: number;
  /** The destination furthest above its share. */
  readonly most: DestinationKeyText;
  readonly mostShare: number;
  readonly mostExpected: number;
  /** Persistence templates there and in all. */
  readonly persistConn: number;
  readonly persistConnAll: number;
}
