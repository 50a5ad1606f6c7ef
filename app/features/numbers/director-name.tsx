'use client';

import Link from 'next/link';
import { SimulatedMark } from './simulated-mark.tsx';

interface DirectorNameProps {
  readonly name: string;
  readonly simulated: boolean;
  readonly linked?: boolean;
}

/** A director's name, with its mark when there is no kernel behind it. */
export function DirectorName({ name, simulated, linked = true }: DirectorNameProps) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {linked ? (
        <Link href={`/directors/${encodeURIComponent(name)}`} className="hover:underline">
          {name}
        </Link>
      ) : (
        name
      )}
      {simulated ? <SimulatedMark /> : null}
    </span>
  );
}
