'use client';

import { Toaster } from 'sonner';

/** Where short notices of actions appear. */
export function Notices() {
  return (
    <Toaster
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'flex w-full items-center gap-2 rounded-md bg-panel px-3 py-2 text-[13px] text-ink shadow-panel',
          error: '!text-bad',
          success: '!text-ink',
        },
      }}
    />
  );
}
