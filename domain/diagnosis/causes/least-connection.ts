import { logEvidence } from '../../balance/share-evidence.ts';
import type { ServiceCause } from '../cause.ts';
import { isBalanced, totalRise } from '../sight.ts';

/** Seconds that a destination is a newcomer. */
const newFor = 120;

/** Evidence, in nats, that a newcomer gets more than its share; its coming alone already makes that likely. */
const sure = Math.log(1000);

/** lc, wlc and nq give a destination without connections all new ones until it has as many as the others. */
export const newcomerGetsAll: ServiceCause = {
  ...{ code: 'newcomer-gets-all', severity: 'notice', dependsOn: ['unreachable', 'flapping'], showAfter: 3 },
  detect: ({ balance, serving, seconds, service }) => {
    if (balance.basis !== 'load' || service.persistence) return [];
    const all = totalRise(serving, 'conns');
    return serving
      .filter((row) => {
        const got = row.rise?.conns ?? 0;
        const share = row.expected;
        if (row.servesFor === null || row.servesFor > newFor || share === 0 || share === 1) return false;
        return got >= 2 * share * all && logEvidence([got, all - got], [share, 1 - share]) >= sure;
      })
      .map((row) => ({
        about: row.key,
        body: {
          code: 'newcomer-gets-all',
          destination: row.key,
          figures: {
            ...{ got: (row.rise?.conns ?? 0) / all, expected: row.expected, connections: all },
            ...{ seconds: Math.round(seconds), scheduler: service.scheduler },
          },
        },
        remedies: [{ kind: 'scheduler', scheduler: 'wrr' }],
      }));
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
