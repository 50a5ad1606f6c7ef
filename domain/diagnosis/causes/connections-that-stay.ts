import { misplacedShare } from '../../balance/share-evidence.ts';
import type { ServiceCause } from '../cause.ts';
import type { FindingCode } from '../finding.ts';
import { isBalanced, isSkewed, type ServiceSight } from '../sight.ts';
import { activeFigures, byActive, isActiveUneven } from './load-evidence.ts';

const broken: readonly FindingCode[] = [
  'unreachable',
  'return-path-masquerading',
  'return-path-direct',
  'upper-threshold',
  'uneven-after-failover',
  'flapping',
];

/** Whether connections that stand are uneven although new ones are not: judged by load, or by what the weights promise. */
const standsUneven = (sight: ServiceSight): boolean =>
  sight.balance.basis === 'load' ? isSkewed(sight) : isBalanced(sight) && isActiveUneven(sight);

/** Connections never move: a destination that comes back gets new ones alone. */
export const cameBack: ServiceCause = {
  ...{ code: 'came-back', severity: 'notice', dependsOn: broken, showAfter: 10 },
  detect: (sight) => {
    const { serving, service } = sight;
    const fewest = byActive(serving, 'fewest');
    if (service.persistence || !fewest || fewest.servesFor === null || !standsUneven(sight)) return [];
    const figures = { ...activeFigures(fewest, serving), seconds: Math.round(fewest.servesFor) };
    return [{ body: { code: 'came-back', destination: fewest.key, figures } }];
  },
};

/** New connections are as promised, and those of one destination live longer. */
export const longLivedConnections: ServiceCause = {
  ...{ code: 'long-lived-connections', severity: 'notice', dependsOn: [...broken, 'came-back'], showAfter: 30 },
  detect: (sight) => {
    const { serving, service, balance } = sight;
    const most = byActive(serving, 'most');
    if (balance.basis === 'load' || !most || !standsUneven(sight)) return [];
    return [
      {
        body: { code: 'long-lived-connections', destination: most.key, figures: activeFigures(most, serving) },
        remedies: service.persistence ? [] : [{ kind: 'scheduler', scheduler: 'wlc' }],
      },
    ];
  },
};

/**
 * InActConn is uneven while hardly any connection is active: the real servers close differently. Judged by new
 * connections, all is well.
 *
 * Many inactive connections everywhere are no finding: that is rate × tcpfin timeout.
 */
export const inactiveUneven: ServiceCause = {
  ...{ code: 'inactive-uneven', severity: 'notice', dependsOn: [...broken, 'came-back'], showAfter: 60 },
  detect: (sight) => {
    const { serving, balance, service } = sight;
    const isTcp = service.key.kind === 'address' && service.key.protocol === 'TCP';
    if (!isTcp || balance.basis === 'load' || !isBalanced(sight) || serving.length < 2) return [];
    const inactive = serving.reduce((sum, row) => sum + row.inactConn, 0);
    const active = serving.reduce((sum, row) => sum + row.activeConn, 0);
    const shares = serving.map((row) => row.expected);
    const counts = serving.map((row) => row.inactConn);
    if (inactive < 200 || active * 50 > inactive || misplacedShare(counts, shares) < 0.25) return [];
    const [most] = serving.toSorted((a, b) => b.inactConn * a.expected - a.inactConn * b.expected);
    if (!most) return [];
    const { key, inactConn, activeConn } = most;
    const figures = { inactConn, expected: most.expected, got: inactConn / inactive, activeConn };
    return [{ body: { code: 'inactive-uneven', destination: key, figures } }];
  },
};
