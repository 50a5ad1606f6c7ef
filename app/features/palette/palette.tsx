'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLacks } from '../../lib/viewer.tsx';
import type { DrainAction } from '../drain/drain-request.ts';
import { type PalettePlaces, readPlaces } from './palette-places.ts';

const DrainDrawer = dynamic(() => import('../drain/drain-drawer.tsx').then((module) => module.DrainDrawer), {
  ssr: false,
});

interface OpenDrain {
  readonly cluster: string;
  readonly name: string;
  readonly action: DrainAction;
}

/** Go anywhere, drain, return: by typing a part of the name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('shell');
  const router = useRouter();
  const lacks = useLacks('operator');
  const places = useQuery({ queryKey: ['palette'], queryFn: readPlaces, staleTime: 0 });
  const [drain, setDrain] = useState<OpenDrain | null>(null);
  const go = (href: string) => {
    router.push(href);
    onClose();
  };
  if (drain)
    return (
      <DrainDrawer
        cluster={drain.cluster}
        name={drain.name}
        action={drain.action}
        targets={[{ kind: 'real-server', name: drain.name }]}
        onClose={onClose}
      />
    );
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/25 dark:bg-black/50" />
        <Radix.Content
          aria-describedby={undefined}
          className="-translate-x-1/2 fixed top-[12vh] left-1/2 z-40 w-[min(560px,calc(100vw-24px))] rounded-md bg-panel shadow-panel outline-none max-sm:top-3"
        >
          <Radix.Title className="sr-only">{t('palette.title')}</Radix.Title>
          <Command label={t('palette.title')} loop>
            <Command.Input
              placeholder={t('palette.placeholder')}
              className="h-10 w-full border-b bg-transparent px-3.5 text-[14px] outline-none placeholder:text-ink-3 pointer-coarse:text-[16px]"
            />
            <Command.List className="max-h-[min(420px,60vh)] overflow-y-auto p-1.5" label={t('palette.title')}>
              <Command.Empty className="px-2.5 py-3 text-ink-2">
                {places.isPending ? t('palette.loading') : t('palette.nothing')}
              </Command.Empty>
              <Group heading={t('palette.pages')}>
                <Item value="page overview" onSelect={() => go('/')}>
                  {t('overview')}
                </Item>
                <Item value="page audit" onSelect={() => go('/audit')}>
                  {t('audit')}
                </Item>
                <Item value="page access" onSelect={() => go('/access')}>
                  {t('access')}
                </Item>
              </Group>
              {places.data ? <Places places={places.data} lacks={lacks} onGo={go} onDrain={setDrain} /> : null}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface PlacesProps {
  readonly places: PalettePlaces;
  readonly lacks: string | null;
  readonly onGo: (href: string) => void;
  readonly onDrain: (drain: OpenDrain) => void;
}

function Places({ places, lacks, onGo, onDrain }: PlacesProps) {
  const t = useTranslations('shell.palette');
  return (
    <>
      {(['clusters', 'services', 'realServers', 'directors'] as const).map((kind) =>
        places[kind].length > 0 ? (
          <Group key={kind} heading={t(kind)}>
            {places[kind].map((place) => (
              <Item
                key={place.href}
                value={`${kind} ${place.name} ${place.more} ${place.href}`}
                onSelect={() => onGo(place.href)}
              >
                {place.name}
                <span className="figures ml-auto truncate text-ink-3">{place.more}</span>
              </Item>
            ))}
          </Group>
        ) : null,
      )}
      {lacks ? null : (
        <Group heading={t('actions')}>
          {places.realServers.map(({ cluster, name, drained }) => {
            const action: DrainAction = drained ? 'return' : 'drain';
            return (
              <Item
                key={`${cluster} ${name}`}
                value={`${action} ${name} ${cluster}`}
                onSelect={() => onDrain({ cluster, name, action })}
              >
                {t(action, { name })}
                <span className="ml-auto text-ink-3">{cluster}</span>
              </Item>
            );
          })}
        </Group>
      )}
    </>
  );
}

function Group({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:pt-1.5 [&>[cmdk-group-heading]]:pb-0.5 [&>[cmdk-group-heading]]:text-[12px] [&>[cmdk-group-heading]]:text-ink-2"
    >
      {children}
    </Command.Group>
  );
}

interface ItemProps {
  readonly value: string;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

function Item({ value, onSelect, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex h-7 cursor-pointer items-center gap-3 rounded-sm px-2.5 data-[selected=true]:bg-hover pointer-coarse:h-10"
    >
      {children}
    </Command.Item>
  );
}
