import type { Balance } from '../balance/balance.ts';
import type { BalanceVerdict } from '../balance/verdict.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import type { VirtualService } from '../lvs/table.ts';
import { type Frame, numberOf } from '../observation/history.ts';
import type { FindingBody, SkewEvidence } from './finding.ts';

/** Why a service that was found skewed is so, with the numbers that show it. */
export function skewFinding(
  service: VirtualService,
  balance: Balance,
  verdict: Extract<BalanceVerdict, { kind: 'skewed' }>,
  frame: Frame,
): FindingBody {
  const skew = evidence(service, balance, verdict, frame);
  const { persistence } = service;
  // Templates bypass the scheduler, so with persistence on, they are the first thing that breaks shares.
  return persistence ? { code: 'skew-persistence', skew, timeout: persistence.timeout } : { code: 'skew', skew };
}

function evidence(
  service: VirtualService,
  balance: Balance,
  verdict: Extract<BalanceVerdict, { kind: 'skewed' }>,
  frame: Frame,
): SkewEvidence {
  const key = serviceKeyText(service.key);
  const rows = service.destinations.map((to) => {
    const destination = destinationKeyText(to);
    const share = balance.shares.get(destination);
    const persistConn = numberOf(frame, key, destination, 'persistConn') ?? 0;
    return { destination, got: share?.got ?? 0, expected: share?.expected ?? 0, persistConn };
  });
  const most = rows.reduce((a, b) => (b.got - b.expected > a.got - a.expected ? b : a));
  return {
    connections: verdict.connections,
    seconds: verdict.seconds,
    pValue: verdict.pValue,
    most: most.destination,
    mostShare: most.got,
    mostExpected: most.expected,
    persistConn: most.persistConn,
    persistConnAll: rows.reduce((sum, row) => sum + row.persistConn, 0),
  };
}
