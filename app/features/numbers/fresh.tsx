'use client';

import type { ReactNode } from 'react';
import { FreshnessContext, useFreshness } from '../../ui/clock.tsx';

/** Numbers of one sample: dim with its age, and unknown when it is too old. */
export function Fresh({ receivedAt, children }: { readonly receivedAt: number | null; readonly children: ReactNode }) {
  return <FreshnessContext.Provider value={useFreshness(receivedAt)}>{children}</FreshnessContext.Provider>;
}
