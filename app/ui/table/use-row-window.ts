import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** Tables longer than this have only the rows in sight in the page. */
export const virtualFrom = 100;

interface RowWindow {
  readonly first: number;
  readonly last: number;
  /** Pixels that stand for the rows which aren't there. */
  readonly before: number;
  readonly after: number;
  readonly showRow: (index: number) => void;
}

/** Which rows of a long table are in sight. */
export function useRowWindow(box: RefObject<HTMLElement | null>, count: number): RowWindow {
  const virtual = count > virtualFrom;
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler isn't used here
  const virtualizer = useVirtualizer({
    count,
    enabled: virtual,
    getScrollElement: () => box.current,
    estimateSize: () => (isCoarse() ? 44 : 30),
    overscan: 12,
    scrollPaddingStart: 40,
    // What the server renders, before anything was measured.
    initialRect: { width: 1000, height: 900 },
  });
  if (!virtual)
    return {
      first: 0,
      last: count,
      before: 0,
      after: 0,
      showRow: (index) => box.current?.querySelectorAll('tbody tr')[index]?.scrollIntoView({ block: 'nearest' }),
    };
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  return {
    first: first?.index ?? 0,
    last: (last?.index ?? -1) + 1,
    before: first?.start ?? 0,
    after: virtualizer.getTotalSize() - (last?.end ?? 0),
    showRow: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}

const isCoarse = (): boolean => typeof window !== 'undefined' && window.matchMedia('(pointer: coarse)').matches;
