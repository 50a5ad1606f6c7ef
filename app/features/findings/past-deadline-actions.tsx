'use client';

import type { Finding } from '../../../domain/diagnosis/finding.ts';
import { DrainLineActions } from '../drain/drain-line-actions.tsx';

interface PastDeadlineActionsProps {
  readonly cluster: string;
  readonly finding: Extract<Finding, { code: 'drain-past-deadline' }>;
}

/** What people may decide at the deadline of a drain: more time, an end to its connections, or back to service. */
export function PastDeadlineActions({ cluster, finding }: PastDeadlineActionsProps) {
  const { destination, drain, drains } = finding;
  return (
    <DrainLineActions
      cluster={cluster}
      line={{
        ...{ key: finding.id, name: destination, href: null, more: '', within: [], drain, returning: null },
        ...{ overlays: drains, receivedAt: null, checked: null, directors: [], destinations: [] },
      }}
    />
  );
}
