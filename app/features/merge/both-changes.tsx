'use client';

import type { ReactNode } from 'react';
import type { Definition } from '../../../domain/definition/definition.ts';
import { DifferenceList } from '../revisions/difference-list.tsx';

interface OneChange {
  readonly head: ReactNode;
  readonly note: string;
  readonly before: Definition;
  readonly after: Definition;
  readonly label: string;
  readonly same: string;
}

/** Two changes of the same definition, side by side; one above the other on a phone. */
export function BothChanges({ theirs, mine }: { readonly theirs: OneChange; readonly mine: OneChange }) {
  return (
    <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
      {[theirs, mine].map((one) => (
        <section key={one.label} aria-label={one.label} className="min-w-0 border">
          <header className="flex flex-wrap items-baseline gap-x-2 bg-sunken px-3 py-1.5">
            <h3 className="font-medium">{one.head}</h3>
            <span className="label-text">{one.note}</span>
          </header>
          <div className="max-h-[42vh] overflow-y-auto [&_li:first-child>*]:border-t-0 [&_ul]:border-b-0">
            <DifferenceList before={one.before} after={one.after} label={one.label} same={one.same} />
          </div>
        </section>
      ))}
    </div>
  );
}
