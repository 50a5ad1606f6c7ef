'use client';

import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { cx } from '../class-names.ts';
import { useUiWords } from '../words.tsx';

interface ScrollBoxProps {
  readonly ref: RefObject<HTMLElement | null>;
  readonly label: string;
  /** True while the pointer or the focus is inside. */
  readonly onHold: (held: boolean) => void;
  /** No higher than the window, with its own scroll bar. */
  readonly bounded: boolean;
  readonly children: ReactNode;
}

/** The frame that a wide or long table scrolls in. It says so when there is more at the side. */
export function ScrollBox({ ref, label, onHold, bounded, children }: ScrollBoxProps) {
  const words = useUiWords();
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const watch = new ResizeObserver(() => setWide(box.scrollWidth > box.clientWidth + 1));
    watch.observe(box);
    if (box.firstElementChild) watch.observe(box.firstElementChild);
    return () => watch.disconnect();
  }, [ref]);
  const scrolls = wide || bounded;
  return (
    <>
      {wide ? <p className="label-text border-b px-4 py-1 text-ink-3">{words.sideways}</p> : null}
      {/* Listens to know whether somebody is inside; it does nothing by itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        ref={ref}
        aria-label={scrolls ? label : undefined}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={scrolls ? 0 : undefined}
        onPointerEnter={(event) => {
          if (event.pointerType === 'mouse') onHold(true);
        }}
        onPointerLeave={(event) => onHold(event.currentTarget.contains(document.activeElement))}
        onFocus={() => onHold(true)}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) onHold(event.currentTarget.matches(':hover'));
        }}
        className={cx(
          'relative max-sm:overflow-x-auto',
          scrolls && 'overflow-auto',
          bounded && 'max-h-[max(320px,calc(100dvh-160px))]',
        )}
      >
        {children}
      </section>
    </>
  );
}
