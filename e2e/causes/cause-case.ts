import type { BalanceVerdict } from '../../domain/balance/verdict.ts';
import type { ServiceDefinition } from '../../domain/definition/service-definition.ts';
import type { Finding, FindingCode } from '../../domain/diagnosis/finding.ts';
import type { ServiceRow } from '../../domain/display/views.ts';
import type { Director } from '../lab/namespaces.ts';
import type { Bench } from './open-bench.ts';

/** One cause on the real kernel: a virtual service with clients of its own, what is done to it, and what must be said. */
export interface CauseCase {
  /** Its number among the causes of docs/operations/findings.md; null for what isn't one of them. */
  readonly number: number | null;
  readonly cause: string;
  /** What makes it true, in a few words. */
  readonly injected: string;
  /** Where it is to be said. */
  readonly director: Director;
  /** The services that it needs; what is said must be said of the first. */
  readonly services: readonly ServiceDefinition[];
  readonly says: Says;
  /** Machines on whose lo the VIPs stand; all real servers unless given. */
  readonly vipOn?: readonly ('rs1' | 'rs2' | 'rs3' | 'rs4')[];
  /** Makes it so; resolves when it is. */
  readonly inject: (bench: Bench) => Promise<void>;
}

export type Says =
  | {
      readonly code: FindingCode;
      readonly verdict?: undefined;
      /** Said of the director, and not of a service. */
      readonly ofDirector?: boolean;
      /** What the numbers must be, by what was done. */
      readonly evidence: (finding: Finding, bench: Bench) => void | Promise<void>;
    }
  /** No finding at all: a verdict. */
  | {
      readonly verdict: BalanceVerdict['kind'];
      readonly code?: undefined;
      readonly evidence: (service: ServiceRow, bench: Bench) => void | Promise<void>;
    };
