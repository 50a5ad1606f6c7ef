import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from './features/shell/providers.tsx';
import { mono, sans } from './lib/fonts.ts';
import { languageCookie } from './messages/catalogue.ts';
import { catalogueOf, languageOf } from './messages/language.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Shoal', template: '%s · Shoal' },
  description: 'The console for Linux Virtual Server directors',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafbfb' },
    { media: '(prefers-color-scheme: dark)', color: '#0c1216' },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const language = languageOf((await cookies()).get(languageCookie)?.value, (await headers()).get('accept-language'));
  return (
    // The theme's class is set before React wakes up.
    <html lang={language} className={`${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <body>
        <Providers language={language} catalogue={await catalogueOf(language)}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
