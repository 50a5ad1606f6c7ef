'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Remedy } from '../../../domain/diagnosis/remedy.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';

const RemedyDrawer = dynamic(() => import('./remedy-drawer.tsx').then((module) => module.RemedyDrawer), {
  ssr: false,
});

interface AskedRemedy {
  readonly cluster: string;
  readonly service: ServiceKeyText | null;
  readonly remedy: Remedy;
}

const RemedyContext = createContext<(asked: AskedRemedy) => void>(() => {});

/** Opens the preview of a remedy. */
export const useOpenRemedy = (): ((asked: AskedRemedy) => void) => useContext(RemedyContext);

/** Holds the open preview over all pages: the finding that it mends goes while the drawer still shows what was done. */
export function RemedyHost({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<AskedRemedy | null>(null);
  return (
    <RemedyContext.Provider value={setAsked}>
      {children}
      {asked ? <RemedyDrawer {...asked} onClose={() => setAsked(null)} /> : null}
    </RemedyContext.Provider>
  );
}
