import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: ReactNode;
  /** The next step. */
  readonly next?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, next, action }: EmptyStateProps) {
  return (
    <div className="flex max-w-[60ch] flex-col items-start gap-2 whitespace-normal py-2">
      <p className="font-medium">{title}</p>
      {next ? <p className="text-ink-2">{next}</p> : null}
      {action}
    </div>
  );
}
