import { alarmEachSecond, falseAlarmsPerWeek } from '../../balance/false-alarm-rate.ts';
import { logEvidence, misplacedShare, sumOf } from '../../balance/share-evidence.ts';
import { type DestinationKeyText, destinationKeyText } from '../../lvs/destination-key.ts';
import type { ServiceKeyText } from '../../lvs/service-key.ts';
import type { DirectorCause } from '../cause.ts';
import type { DirectorSight, ServiceSight } from '../sight.ts';

/** Services of this many directors are added up. */
const manyDirectors = 3;

/**
 * rr and wrr begin at the same destination on every director, so that many directors with few connections each send
 * more of them there. No director can see it alone: it is said on the first of them.
 */
export const directorsInStep: DirectorCause = {
  ...{ code: 'directors-in-step', severity: 'notice', dependsOn: ['unreachable'], showAfter: 10 },
  detect: (sight) => {
    const { cluster, record } = sight;
    if (cluster.directors[0]?.name !== record.name || cluster.directors.length < manyDirectors) return [];
    return sight.services
      .filter(({ service }) => ['rr', 'wrr'].includes(service.scheduler) && !service.persistence)
      .flatMap((own) => {
        const found = inStep(own, sight);
        return found ? [{ service: own.key, about: own.key, body: found }] : [];
      });
  },
};

function inStep({ key, service }: ServiceSight, { cluster }: DirectorSight) {
  const stretches = cluster.directors.flatMap(({ memory }) => memory.shares.of(key) ?? []);
  const [first] = stretches;
  const serving = first?.serving.join(' ');
  const alike = stretches.filter(
    (one) => one.serving.join(' ') === serving && (one.test?.judgement.connections ?? 0) > 0,
  );
  // One that is found skewed by itself has another cause.
  if (!first || alike.length < manyDirectors || alike.some((one) => one.test?.judgement.kind === 'skewed')) return null;
  const counts = first.serving.map((_, at) =>
    alike.reduce((sum, { test }) => sum + (test?.judgement.counts[at] ?? 0), 0),
  );
  const last = service.destinations.at(-1);
  const shares = first.shares;
  if (!last || logEvidence(counts, shares) < alarmEachSecond(falseAlarmsPerWeek)) return null;
  const most = counts.reduce((best, count, at) => (excess(count, at) > excess(counts[best] ?? 0, best) ? at : best), 0);
  function excess(count: number, at: number): number {
    return count / sumOf(counts) - (shares[at] ?? 0);
  }
  const destination = first.serving[most] ?? destinationKeyText(last);
  const got = (counts[most] ?? 0) / sumOf(counts);
  const figures = {
    ...{ got, expected: shares[most] ?? 0, connections: sumOf(counts), directors: alike.length },
    scheduler: service.scheduler,
  };
  return { code: 'directors-in-step' as const, destination, figures };
}

/**
 * A real server's connections against the mean of all that are worth a word.
 *
 * Less than 2: of services with two destinations no machine of four can have more than twice the mean.
 */
const timesTheMean = 1.5;

/**
 * Each virtual service is balanced, and one machine stands in more of them than others.
 *
 * Only services with equal shares count: different weights say that somebody knew.
 */
export const sharedRealServer: DirectorCause = {
  ...{ code: 'shared-real-server', severity: 'notice', dependsOn: ['unreachable'], showAfter: 60 },
  detect: ({ services, standing }) => {
    const balanced = services.filter(
      ({ balance }) => balance.basis === 'new-connections' && balance.verdict.kind === 'balanced',
    );
    const byServer = new Map<string, { services: ServiceKeyText[]; conns: number; to: DestinationKeyText }>();
    let [seconds, all] = [0, 0];
    for (const { key, serving, seconds: covered } of balanced) {
      seconds = Math.max(seconds, covered);
      for (const row of serving) {
        const name = standing.desired.realServerOf(row.destination.address);
        const known = byServer.get(name) ?? { services: [], conns: 0, to: row.key };
        known.services.push(key);
        known.conns += row.rise?.conns ?? 0;
        all += row.rise?.conns ?? 0;
        byServer.set(name, known);
      }
    }
    const mean = all / byServer.size;
    const share = 1 / byServer.size;
    const counts = [...byServer.values()].map(({ conns }) => conns);
    if (byServer.size < 2 || misplacedShare(counts, Array<number>(counts.length).fill(share)) < 0.1) return [];
    const isSure = (conns: number) =>
      logEvidence([conns, all - conns], [share, 1 - share]) >= alarmEachSecond(falseAlarmsPerWeek);
    return [...byServer]
      .filter(([, { services: in_, conns }]) => new Set(in_).size > 1 && conns >= timesTheMean * mean && isSure(conns))
      .map(([server, { services: in_, conns }]) => ({
        about: server,
        body: {
          code: 'shared-real-server',
          destination: null,
          figures: {
            ...{ server, services: new Set(in_).size, cps: conns / seconds, expectedCps: mean / seconds },
          },
        },
      }));
  },
};
