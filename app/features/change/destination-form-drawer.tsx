'use client';

import type { RealServer } from '../../../domain/definition/definition.ts';
import type { DestinationDefinition } from '../../../domain/definition/destination-definition.ts';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';

export interface DestinationFormDrawerProps {
  readonly cluster: string;
  /** The revision that the page shows. */
  readonly base: number;
  readonly service: ServiceDefinition;
  /** What is edited; null for a new one. */
  readonly initial: DestinationDefinition | null;
  /** Offered by name where the address is typed; read from the cluster when not given. */
  readonly realServers?: readonly RealServer[];
  readonly onClose: () => void;
}

/** A destination in a form, then preview, reason, apply. Being written. */
export function DestinationFormDrawer(_: DestinationFormDrawerProps) {
  return null;
}
