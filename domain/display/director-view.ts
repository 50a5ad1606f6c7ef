import { type ServiceKeyText, serviceKeySlug, serviceKeyText } from '../lvs/service-key.ts';
import type { VirtualService } from '../lvs/table.ts';
import { ipvsadmConfigText } from '../plan/ipvsadm-line.ts';
import { isTableAction } from '../plan/plan.ts';
import { destinationRows, sparklineEndsOf } from './destination-rows.ts';
import { acceptedRows, shownDriftOf } from './drift-on-director.ts';
import { ipvsadmListing } from './ipvsadm-listing.ts';
import type { ClusterRecord } from './records.ts';
import { type Standing, standings } from './standing.ts';
import type { DirectorService, DirectorView } from './views.ts';

/** The page of a director: its table as the kernel has it, what is ours in it, and the last applies. */
export function directorView(cluster: ClusterRecord, director: string, at: number): DirectorView | null {
  const standing = standings(cluster, at).find(({ record }) => record.name === director);
  if (!standing) return null;
  const { record, known } = standing;
  const { latest } = record.history;
  return {
    at,
    director: standing.head,
    facts: record.facts,
    agentVersion: record.agentVersion,
    trouble: record.trouble,
    services: directorServices(standing),
    findings: record.findings,
    applies: record.applies,
    ...shownDriftOf(cluster, standing),
    accepted: acceptedRows(cluster, standing),
    driftPolicy: standing.desired.table.settings.drift,
    unsupported: standing.plan?.unsupported ?? [],
    ipvsadm: known && latest && record.facts ? ipvsadmListing(latest, record.facts) : null,
  };
}

function directorServices(standing: Standing): DirectorService[] {
  const { record, desired } = standing;
  const ends = sparklineEndsOf(record.history);
  const inKernel = new Map(record.history.layout?.serviceByKey);
  const touched = new Set(standing.plan?.steps.filter(isTableAction).map((step) => serviceKeyText(step.service)));
  const row = (
    service: VirtualService,
    key: ServiceKeyText,
    name: string | null,
    place: DirectorService['standing'],
  ) => ({
    key,
    slug: serviceKeySlug(service.key),
    name,
    config: ipvsadmConfigText(service.key, service),
    standing: place,
    destinations: destinationRows(
      standing,
      desired.byKey.get(key),
      record.history.layout?.serviceByKey.get(key),
      ends,
      desired.realServerOf,
    ).rows,
  });
  const defined = desired.table.services.map((wanted) => {
    const key = serviceKeyText(wanted.key);
    const kernel = inKernel.get(key);
    inKernel.delete(key);
    // One that was left although nobody defined it has no name but its key.
    const name = wanted.name === key ? null : wanted.name;
    if (!kernel) return row(wanted, key, name, 'missing');
    if (!record.owned.has(key)) return row(kernel, key, name, 'foreign');
    return row(kernel, key, name, touched.has(key) ? 'drifted' : 'ours');
  });
  const others = [...inKernel].map(([key, kernel]) =>
    row(kernel, key, null, record.owned.has(key) ? 'drifted' : 'foreign'),
  );
  return [...defined, ...others];
}
