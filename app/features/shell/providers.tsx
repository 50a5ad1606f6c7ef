'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { IntlProvider } from 'use-intl';
import type { Catalogue, Language } from '../../messages/catalogue.ts';
import type { en } from '../../messages/en.ts';
import { HintProvider } from '../../ui/hint.tsx';
import { UiWordsProvider } from '../../ui/words.tsx';

interface ProvidersProps {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly children: ReactNode;
}

/** What every page stands in: language, theme, URL state, and the cache of queries. */
export function Providers({ language, catalogue, children }: ProvidersProps) {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } }),
  );
  return (
    <QueryClientProvider client={queries}>
      {/* Times are shown in the viewer's own zone once the page runs there; until then in UTC. */}
      <IntlProvider locale={language} messages={catalogue as typeof en} timeZone="UTC">
        <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
          <NuqsAdapter>
            <UiWordsProvider value={catalogue.shell}>
              <HintProvider>{children}</HintProvider>
            </UiWordsProvider>
          </NuqsAdapter>
        </ThemeProvider>
      </IntlProvider>
    </QueryClientProvider>
  );
}
