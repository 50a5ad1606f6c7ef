import { type Check, isPageCheck } from '../../domain/checks/check.ts';
import type { CheckResult } from '../../domain/checks/check-outcome.ts';
import type { Address } from '../../domain/lvs/address.ts';
import { probePage } from './probe-page.ts';
import { probeTcp } from './probe-tcp.ts';

/** Where a check goes, and what it asks there. */
export interface ProbeTarget {
  /** The real server's own address (RIP). */
  readonly address: Address;
  readonly port: number;
  readonly check: Check;
}

/** Runs one check to its end, which comes within its timeout. Never throws: whatever goes wrong is the outcome. */
export type Probe = (target: ProbeTarget) => Promise<CheckResult>;

export const probe: Probe = ({ address, port, check }) =>
  isPageCheck(check) ? probePage(address, port, check) : probeTcp(address, port, check.timeout);
