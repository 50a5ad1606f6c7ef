import { isPageCheck } from '../../domain/checks/check.ts';
import type { Probe } from '../checks/probe.ts';

/** Passes at once and touches no network: a simulated director's real servers may be somebody's. */
export const simulatedProbe: Probe = async ({ check }) => ({
  passed: true,
  outcome: isPageCheck(check) ? { what: 'status', status: check.status[0] } : { what: 'connected' },
});
