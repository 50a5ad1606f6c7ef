'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PaletteDrain } from './palette-drain.ts';
import { readPlaces } from './palette-places.ts';
import { PaletteResults } from './palette-results.tsx';

const DrainDrawer = dynamic(() => import('../drain/drain-drawer.tsx').then((module) => module.DrainDrawer), {
  ssr: false,
});

/** Go anywhere, drain, return: by typing a part of the name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('shell.palette');
  const router = useRouter();
  const places = useQuery({ queryKey: ['palette'], queryFn: readPlaces, staleTime: 0 });
  const [typed, setTyped] = useState('');
  const [drain, setDrain] = useState<PaletteDrain | null>(null);
  if (drain) return <DrainDrawer {...drain} onClose={onClose} />;
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/25 dark:bg-black/50" />
        <Radix.Content
          aria-describedby={undefined}
          className="-translate-x-1/2 fixed top-[12vh] left-1/2 z-40 w-[min(560px,calc(100vw-24px))] rounded-md bg-panel shadow-panel outline-none max-sm:top-3"
        >
          <Radix.Title className="sr-only">{t('title')}</Radix.Title>
          <Command label={t('title')} loop shouldFilter={false}>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder={t('placeholder')}
              className="h-10 w-full border-b bg-transparent px-3.5 text-[14px] outline-none placeholder:text-ink-3 pointer-coarse:text-[16px]"
            />
            <Command.List className="max-h-[min(420px,60vh)] overflow-y-auto p-1.5" label={t('title')}>
              <Command.Empty className="px-2.5 py-3 text-ink-2">
                {places.isPending ? t('loading') : t('nothing')}
              </Command.Empty>
              <PaletteResults
                places={places.data ?? null}
                typed={typed}
                onDrain={setDrain}
                onGo={(href) => {
                  router.push(href);
                  onClose();
                }}
              />
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
