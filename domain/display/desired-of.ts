import { nobodyOut, type OutByHealth } from '../checks/out-by-health.ts';
import type { Definition } from '../definition/definition.ts';
import { realServerNamer } from '../definition/real-server.ts';
import { type DesiredService, type DesiredTable, desiredTable } from '../desired/desired-table.ts';
import type { AcceptedDrift } from '../drift/accepted-drift.ts';
import type { Address } from '../lvs/address.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import { type ReturnsByTarget, returnsByTarget } from '../overlay/service-return.ts';
import type { ClusterRecord, DirectorRecord } from './records.ts';

/** What one director should have, with its look-ups. */
export interface Desired {
  readonly table: DesiredTable;
  /** What the table was made of: the newest revision, or the one before where the director is held back. */
  readonly definition: Definition;
  readonly takeOver: ReadonlySet<ServiceKeyText>;
  readonly heldBack: boolean;
  readonly byKey: ReadonlyMap<ServiceKeyText, DesiredService>;
  readonly realServerOf: (address: Address) => string;
  readonly returns: ReturnsByTarget;
}

/** Gives what each director of a cluster should have; worked out once for all that nothing sets apart. */
export function desiredByDirector(cluster: ClusterRecord): (record: DirectorRecord) => Desired {
  const shared = new Map<boolean, Desired>();
  return (record) => {
    const heldBack = cluster.heldBack?.directors.has(record.name) ?? false;
    const { accepted, outByHealth } = record;
    if (accepted.length > 0 || outByHealth.size > 0) return desiredWith(cluster, heldBack, accepted, outByHealth);
    const desired = shared.get(heldBack) ?? desiredWith(cluster, heldBack, [], nobodyOut);
    shared.set(heldBack, desired);
    return desired;
  };
}

function desiredWith(
  cluster: ClusterRecord,
  heldBack: boolean,
  accepted: readonly AcceptedDrift[],
  outByHealth: OutByHealth,
): Desired {
  const { definition, takeOver } = heldBack && cluster.heldBack ? cluster.heldBack.previous : cluster;
  const table = desiredTable(definition, cluster.overlays, accepted, outByHealth);
  return {
    ...{ table, definition, takeOver, heldBack },
    byKey: new Map(table.services.map((service) => [serviceKeyText(service.key), service])),
    realServerOf: realServerNamer(definition),
    returns: returnsByTarget(cluster.returns),
  };
}
