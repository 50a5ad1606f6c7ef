'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { cx } from './class-names.ts';
import { useUiWords } from './words.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** At the right edge and as high as the page, for work that takes several steps. */
  readonly drawer?: boolean;
  /** A click beside it closes it; not where typed text would be lost. */
  readonly closesOutside?: boolean;
}

const centred =
  'top-[12vh] left-1/2 max-h-[76vh] w-[min(560px,calc(100vw-24px))] -translate-x-1/2 rounded-md max-sm:top-3';
/** As wide again as two things side by side need, while it has something marked `data-wide`. */
const atEdge = 'inset-y-0 right-0 w-[min(640px,100vw)] has-[[data-wide]]:w-[min(1080px,100vw)]';

/** A modal panel. Focus goes in, and back to where it was when it closes. */
export function Dialog({ open, onClose, title, children, drawer = false, closesOutside = true }: DialogProps) {
  const words = useUiWords();
  const cameFrom = useRef<Element | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/25 dark:bg-black/50" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            cameFrom.current = document.activeElement;
            focusFirstField(event);
          }}
          // Radix gives focus back to a trigger of its own alone, and our dialogs open from rows, keys and addresses.
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
          }}
          onInteractOutside={(event) => {
            if (!closesOutside) event.preventDefault();
          }}
          className={cx('fixed z-40 flex flex-col bg-panel shadow-panel outline-none', drawer ? atEdge : centred)}
        >
          <header className="flex min-h-11 items-center gap-2 border-b px-4 py-2">
            <Radix.Title className="min-w-0 flex-1 font-semibold text-[14px] leading-5">{title}</Radix.Title>
            <Radix.Close
              aria-label={words.close}
              className="grid size-7 place-items-center rounded-sm text-ink-2 hover:bg-hover pointer-coarse:size-9"
            >
              <X aria-hidden className="size-4" />
            </Radix.Close>
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A form begins in its first field. Not by touch, where that would bring up the keyboard over it. */
function focusFirstField(event: Event): void {
  const field = (event.currentTarget as HTMLElement).querySelector<HTMLElement>(
    'input:not([type=checkbox], [readonly]), select, textarea',
  );
  if (!field || window.matchMedia('(pointer: coarse)').matches) return;
  event.preventDefault();
  field.focus();
}

/** The part of a dialog that scrolls. */
export function DialogBody({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return <div className={cx('min-h-0 flex-1 overflow-y-auto px-4 py-3', className)}>{children}</div>;
}

/** The part that always stays in sight, with the buttons. */
export function DialogFoot({ children }: { readonly children: ReactNode }) {
  return <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-4 py-2.5">{children}</footer>;
}
