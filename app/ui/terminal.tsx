import type { ReactNode } from 'react';

interface TerminalProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Text as a terminal prints it. Wide text scrolls inside. */
export function Terminal({ label, children }: TerminalProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="overflow-x-auto border bg-sunken px-3 py-2"
    >
      <pre className="figures w-max leading-[19px]">{children}</pre>
    </section>
  );
}
