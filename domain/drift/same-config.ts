import type { DestinationConfig, ServiceConfig } from '../lvs/table.ts';
import { destinationDifferences, serviceDifferences } from '../plan/differences.ts';

/** Whether two configurations of a service mean the same; null is having none. */
export const sameService = (a: ServiceConfig | null, b: ServiceConfig | null): boolean =>
  a && b ? serviceDifferences(a, b).length === 0 : a === b;

/** Whether two configurations of a destination mean the same; null is having none. */
export const sameDestination = (a: DestinationConfig | null, b: DestinationConfig | null): boolean =>
  a && b ? destinationDifferences(a, b).length === 0 : a === b;
