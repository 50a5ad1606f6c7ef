'use client';

import { useSimulatedDirectors } from '../../lib/use-simulated-directors.ts';
import { SimulatedMark } from '../numbers/simulated-mark.tsx';

/** The directors that an audit row tells of, marked when any of them has no kernel behind it. */
export function AuditDirectors({ names }: { readonly names: readonly string[] }) {
  const simulated = useSimulatedDirectors();
  return (
    <span className="inline-flex items-center gap-1.5">
      {names.join(', ')}
      {names.some((name) => simulated.has(name)) ? <SimulatedMark /> : null}
    </span>
  );
}
