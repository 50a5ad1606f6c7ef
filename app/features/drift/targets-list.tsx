import type { DriftItem } from '../../../domain/drift/drift-item.ts';

/** The places that something is done about. */
export function TargetsList({ items }: { readonly items: readonly DriftItem[] }) {
  return (
    <ul className="figures flex max-h-40 flex-col overflow-y-auto">
      {items.map(({ target }) => (
        <li key={target} className="break-words">
          {target}
        </li>
      ))}
    </ul>
  );
}
