'use client';

import { useState } from 'react';
import type { DriftItem } from '../../../domain/drift/drift-item.ts';

export type DriftAction = 'adopt' | 'reapply' | 'ignore';

/** What is being done about which differences; kept as they were when it was asked for. */
export function useDriftDrawer() {
  const [asked, setAsked] = useState<{ action: DriftAction; items: readonly DriftItem[] } | null>(null);
  return {
    asked,
    open: (action: DriftAction, items: readonly DriftItem[]) => {
      if (items.length > 0) setAsked({ action, items });
    },
    close: () => setAsked(null),
  };
}
