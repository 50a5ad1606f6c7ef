import type { Finding } from '../../domain/diagnosis/finding.ts';
import type { ClusterView, ServiceRow } from '../../domain/display/views.ts';
import { serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { CauseCase } from './cause-case.ts';
import { type Bench, clusterOf } from './open-bench.ts';

/** What is said of a case now; undefined while it isn't. */
export type Said = { readonly finding: Finding } | { readonly service: ServiceRow };

export const subjectOf = ({ services }: CauseCase) => {
  const [service] = services;
  if (!service) throw new Error('a case has a service');
  return serviceKeyText(service.key);
};

export const saidOf =
  (one: CauseCase) =>
  (clusters: readonly ClusterView[]): Said | undefined => {
    const cluster = clusters.find(({ name }) => name === clusterOf(one.director));
    const { says } = one;
    if (says.verdict) {
      const service = cluster?.services.find(({ key }) => key === subjectOf(one));
      return service?.verdict.kind === says.verdict ? { service } : undefined;
    }
    const of = says.ofDirector ? null : subjectOf(one);
    const finding = cluster?.findings.find(
      (found) => found.code === says.code && found.director === one.director && found.service === of,
    );
    return finding && { finding };
  };

/** What else was said of a case's services, on any director, at any time. */
export function othersSaid(one: CauseCase, { watch }: Bench): string[] {
  const keys = new Set(one.services.map((service) => serviceKeyText(service.key)));
  const own = one.says.code ?? null;
  return [...watch.said.values()]
    .filter(({ service }) => service !== null && keys.has(service))
    .filter(({ code, director }) => code !== own || director !== one.director)
    .map(({ id }) => id);
}
