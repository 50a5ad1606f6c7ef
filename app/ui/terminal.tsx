import type { ReactNode } from 'react';

interface TerminalProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** What scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0 } as const;

/** Text as a terminal prints it. Wide text scrolls inside. */
export function Terminal({ label, children }: TerminalProps) {
  return (
    <section {...reachable} aria-label={label} className="overflow-x-auto border bg-sunken px-3 py-2">
      <pre className="figures w-max leading-[19px]">{children}</pre>
    </section>
  );
}
