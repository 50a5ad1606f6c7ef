import { type ServiceKeyText, serviceKeySlug, serviceKeyText } from '../lvs/service-key.ts';
import { ipvsadmConfigText } from '../plan/ipvsadm-line.ts';
import { sparklineEndsOf } from './destination-rows.ts';
import type { ClusterRecord } from './records.ts';
import { serviceOnDirector } from './service-on-director.ts';
import { standings } from './standing.ts';
import type { ServiceView } from './views.ts';

/** The page of a virtual service; null when neither the definition nor a kernel has it. */
export function serviceView(cluster: ClusterRecord, key: ServiceKeyText, at: number): ServiceView | null {
  const definition = cluster.definition.services.find((service) => serviceKeyText(service.key) === key) ?? null;
  const kernel = cluster.directors.flatMap(({ history }) => history.layout?.serviceByKey.get(key) ?? [])[0];
  const service = definition ?? kernel;
  if (!service) return null;
  return {
    at,
    cluster: cluster.name,
    key,
    slug: serviceKeySlug(service.key),
    config: ipvsadmConfigText(service.key, service),
    definition,
    revision: cluster.revision,
    directors: standings(cluster, at).map((standing) =>
      serviceOnDirector(standing, key, sparklineEndsOf(standing.record.history)),
    ),
    findings: cluster.directors.flatMap((director) =>
      director.findings.filter((finding) => finding.service === key || finding.service === null),
    ),
  };
}
