'use client';

import type { RealServer } from '../../../domain/definition/definition.ts';

export interface RealServersFormDrawerProps {
  readonly cluster: string;
  /** The revision that the page shows. */
  readonly base: number;
  readonly realServers: readonly RealServer[];
  readonly onClose: () => void;
}

/** Names for the addresses of real servers, then preview, reason, apply. Being written. */
export function RealServersFormDrawer(_: RealServersFormDrawerProps) {
  return null;
}
