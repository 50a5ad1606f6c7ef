import { logEvidence } from '../../balance/share-evidence.ts';
import { numberOf } from '../../observation/history.ts';
import type { ServiceCause } from '../cause.ts';
import { frameBefore, isBalanced, type RowSight } from '../sight.ts';

/** Seconds that a destination is a newcomer. */
const newFor = 120;

/** Evidence, in nats, that a newcomer gets more than its share; its coming alone already makes that likely. */
const sure = Math.log(1000);

/** Milliseconds that are looked back at, and never to before the newcomer came: the others got all until then. */
const recent = 15_000;

/**
 * lc, wlc and nq give a destination without connections all new ones until it has as many as the others.
 *
 * It is said of one that gets more than its share and half of the rest: counters lag by 2 s, so that what the others got
 * before it came is still among it.
 */
export const newcomerGetsAll: ServiceCause = {
  ...{ code: 'newcomer-gets-all', severity: 'notice', dependsOn: ['unreachable', 'flapping'], showAfter: 3 },
  detect: ({ balance, serving, service, key, record: { history } }) => {
    if (balance.basis !== 'load' || service.persistence) return [];
    return serving.flatMap((row) => {
      const { servesFor, expected: share } = row;
      if (servesFor === null || servesFor > newFor || share === 0 || share === 1) return [];
      const since = frameBefore(history, Math.min(recent, servesFor * 1000));
      const { latest } = history;
      if (!since || !latest) return [];
      const came = (to: RowSight) =>
        (numberOf(latest, key, to.key, 'conns') ?? 0) - (numberOf(since, key, to.key, 'conns') ?? 0);
      const [got, all] = [came(row), serving.reduce((sum, one) => sum + came(one), 0)];
      if (got < (share + (1 - share) / 2) * all || logEvidence([got, all - got], [share, 1 - share]) < sure) return [];
      const seconds = Math.round((latest.kernelTime - since.kernelTime) / 1000);
      const figures = { got: got / all, expected: share, connections: all, seconds, scheduler: service.scheduler };
      const body = { code: 'newcomer-gets-all' as const, destination: row.key, figures };
      return [{ about: row.key, body, remedies: [{ kind: 'scheduler' as const, scheduler: 'wrr' as const }] }];
    });
  },
};

/** Loads are even, so a destination that gets fewer new connections keeps each of them longer. That is its design. */
export const slowerServer: ServiceCause = {
  code: 'slower-server',
  severity: 'notice',
  dependsOn: ['unreachable', 'newcomer-gets-all', 'came-back', 'flapping', 'upper-threshold', 'return-path-direct'],
  showAfter: 60,
  detect: (sight) => {
    const { balance, record, key, serving, service } = sight;
    if (balance.basis !== 'load' || !isBalanced(sight) || service.persistence) return [];
    const stretch = record.memory.shares.of(key);
    const judged = stretch?.test?.judgement;
    if (!stretch || judged?.kind !== 'skewed') return [];
    const used = stretch.serving.map((to, at) => {
      const share = stretch.shares[at] ?? 0;
      return { to, share, got: (judged.counts[at] ?? 0) / judged.connections };
    });
    const [slowest] = used.toSorted((a, b) => a.got * b.share - b.got * a.share);
    const row = serving.find((one) => one.key === slowest?.to);
    if (!slowest || !row) return [];
    const figures = {
      ...{ got: slowest.got, expected: slowest.share, connections: judged.connections },
      ...{ seconds: Math.round(judged.seconds), activeConn: row.activeConn },
    };
    return [{ body: { code: 'slower-server', destination: row.key, figures } }];
  },
};
