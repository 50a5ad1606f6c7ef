'use client';

import { useState } from 'react';
import type { DriftItem } from '../../../domain/drift/drift-item.ts';

export type DriftAction = 'adopt' | 'reapply' | 'ignore';

interface AskedDrift {
  readonly action: DriftAction;
  readonly items: readonly DriftItem[];
  /** How many more places differed. */
  readonly others: number;
}

/** What is being done about which differences; kept as they were when it was asked for. */
export function useDriftDrawer(all: readonly DriftItem[]) {
  const [asked, setAsked] = useState<AskedDrift | null>(null);
  return {
    asked,
    open: (action: DriftAction, items: readonly DriftItem[]) => {
      if (items.length > 0) setAsked({ action, items, others: all.length - items.length });
    },
    close: () => setAsked(null),
  };
}
