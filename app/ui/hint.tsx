'use client';

import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';

/** A short text at an element, on hover and on focus. The element must be able to take focus. */
export function Hint({ text, children }: { readonly text: ReactNode; readonly children: ReactNode }) {
  return (
    <Tooltip.Root delayDuration={250}>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-w-80 rounded-md bg-panel px-2.5 py-1.5 text-[12px] text-ink leading-4 shadow-panel"
        >
          {text}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

export const HintProvider = Tooltip.Provider;
