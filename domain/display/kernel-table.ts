import { serviceKeyText } from '../lvs/service-key.ts';
import type { ClusterRecord } from './records.ts';
import { standings } from './standing.ts';
import type { KernelTable } from './views.ts';

/** A director's table and settings as its kernel has them at `at`; null when there is no such director. */
export function kernelTable(cluster: ClusterRecord, director: string, at: number): KernelTable | null {
  const standing = standings(cluster, at).find(({ record }) => record.name === director);
  if (!standing) return null;
  const { record, known, head } = standing;
  const services = (known && record.history.layout?.services) || null;
  const settings = known && record.facts ? { timeouts: record.facts.timeouts, sysctls: record.facts.sysctls } : null;
  const foreign = (services ?? []).map(({ key }) => serviceKeyText(key)).filter((key) => !record.owned.has(key));
  return { at, director: head, services, foreign, settings };
}
