'use client';

import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';

export interface ServiceFormDrawerProps {
  readonly cluster: string;
  /** The revision that the page shows. */
  readonly base: number;
  /** What is edited; null for a new one. */
  readonly initial: ServiceDefinition | null;
  readonly onClose: () => void;
}

/** A virtual service in a form, then preview, reason, apply. Being written. */
export function ServiceFormDrawer(_: ServiceFormDrawerProps) {
  return null;
}
