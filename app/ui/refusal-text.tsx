import { OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Why something that was asked for was not done, in the place where it was asked. */
export function RefusalText({ children }: { readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <p role="alert" className="flex items-start gap-1.5 bg-bad-wash px-2.5 py-1.5 text-bad">
      <OctagonAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
