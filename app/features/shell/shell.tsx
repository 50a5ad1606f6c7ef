'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { pauseStore } from '../../lib/pause-store.ts';
import { type Viewer, ViewerProvider } from '../../lib/viewer.tsx';
import { cx } from '../../ui/class-names.ts';
import { useShortcuts } from '../../ui/shortcuts.tsx';
import { Wordmark } from '../../ui/wordmark.tsx';
import { RemedyHost } from '../findings/remedy-context.tsx';
import { LinkBanner } from './link-banner.tsx';
import { LinkWord } from './link-word.tsx';
import { PaletteButton } from './palette-button.tsx';
import { PauseButton } from './pause-button.tsx';
import { ViewerMenu } from './viewer-menu.tsx';

const KeysDialog = dynamic(() => import('./keys-dialog.tsx').then((module) => module.KeysDialog));
const UndoBar = dynamic(() => import('../drain/undo-bar.tsx').then((module) => module.UndoBar), { ssr: false });
const Notices = dynamic(() => import('./notices.tsx').then((module) => module.Notices), { ssr: false });

/** The frame of every page: where one is, how the link stands, who one is. */
export function Shell({ viewer, children }: { readonly viewer: Viewer; readonly children: ReactNode }) {
  const t = useTranslations('shell');
  const path = usePathname();
  const [keysOpen, setKeysOpen] = useState(false);
  useShortcuts({ p: pauseStore.toggle, '?': () => setKeysOpen(true) });

  const places = [
    {
      href: '/',
      label: t('overview'),
      here: path === '/' || path.startsWith('/clusters') || path.startsWith('/directors'),
    },
    { href: '/audit', label: t('audit'), here: path.startsWith('/audit') },
    { href: '/access', label: t('access'), here: path.startsWith('/access') },
  ];

  return (
    <ViewerProvider value={viewer}>
      <a
        href="#content"
        className="-translate-y-20 fixed top-1 left-1 z-50 rounded-sm bg-panel px-3 py-2 shadow-panel focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <header className="flex min-h-11 items-center gap-x-5 gap-y-0 border-b bg-panel px-4 max-sm:flex-wrap max-sm:gap-x-2 max-sm:pt-1.5">
        <Link href="/" aria-label={t('product')} className="text-accent">
          <Wordmark size={17} />
        </Link>
        <nav
          aria-label={t('mainNavigation')}
          className="flex items-stretch gap-4 self-stretch max-sm:order-last max-sm:h-9 max-sm:w-full"
        >
          {places.map((place) => (
            <Link
              key={place.href}
              href={place.href}
              aria-current={place.here ? 'page' : undefined}
              className={cx(
                '-mb-px flex items-center border-b-2',
                place.here ? 'border-accent font-medium text-ink' : 'border-transparent text-ink-2 hover:text-ink',
              )}
            >
              {place.label}
            </Link>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-2">
          <LinkWord />
          <PauseButton />
          <PaletteButton />
          <ViewerMenu onKeys={() => setKeysOpen(true)} />
        </div>
      </header>
      <LinkBanner />
      <main id="content" tabIndex={-1} className="outline-none">
        <RemedyHost>{children}</RemedyHost>
      </main>
      {keysOpen ? <KeysDialog onClose={() => setKeysOpen(false)} /> : null}
      <UndoBar />
      <Notices />
    </ViewerProvider>
  );
}
