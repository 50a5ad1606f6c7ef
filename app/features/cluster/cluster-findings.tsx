'use client';

import type { ClusterView } from '../../../domain/display/views.ts';
import { WorstFindings } from '../findings/worst-findings.tsx';

/** What is wrong in the cluster. */
export function ClusterFindings({ view }: { readonly view: ClusterView }) {
  if (view.findings.length === 0) return null;
  return (
    <div className="border-t">
      <WorstFindings findings={view.findings} cluster={view.name} directors={view.directors} atFirst={3} />
    </div>
  );
}
