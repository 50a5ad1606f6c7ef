'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { cx } from './class-names.ts';

interface LongListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item, index: number) => string | number;
  readonly render: (item: Item, index: number) => ReactNode;
  /** Pixels of an item that was not measured yet. */
  readonly estimate: number;
  readonly className?: string;
}

/** What scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0 } as const;

/** Lists longer than this have only the items in sight in the page. */
const virtualFrom = 150;

/** Items of any height, one below the other; a long list scrolls by itself, and is drawn where one looks. */
export function LongList<Item>(props: LongListProps<Item>) {
  return props.items.length > virtualFrom ? <VirtualList {...props} /> : <PlainList {...props} />;
}

function PlainList<Item>({ label, items, keyOf, render, className }: LongListProps<Item>) {
  return (
    <ul aria-label={label} className={className}>
      {items.map((item, index) => (
        <li key={keyOf(item, index)}>{render(item, index)}</li>
      ))}
    </ul>
  );
}

function VirtualList<Item>({ label, items, keyOf, render, estimate, className }: LongListProps<Item>) {
  const box = useRef<HTMLElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler isn't used here
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => estimate,
    overscan: 20,
    initialRect: { width: 1000, height: 800 },
  });
  return (
    <section
      ref={box}
      aria-label={label}
      {...reachable}
      className={cx('max-h-[max(320px,calc(100dvh-200px))] overflow-y-auto', className)}
    >
      <ul aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={keyOf(item, index)}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={items.length}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              {render(item, index)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
