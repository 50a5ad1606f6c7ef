'use client';

import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useLacks } from '../../lib/viewer.tsx';
import { importHref } from '../import/import-href.ts';
import { SimulatedMark } from '../numbers/simulated-mark.tsx';
import { bestFits } from './best-fits.ts';
import type { PaletteDrain } from './palette-drain.ts';
import { paletteDrains } from './palette-drains.ts';
import type { PalettePlaces } from './palette-places.ts';

interface PaletteItem {
  readonly name: string;
  readonly more: string;
  readonly href: string;
  readonly simulated?: boolean;
}

interface PaletteResultsProps {
  readonly places: PalettePlaces | null;
  readonly typed: string;
  readonly onGo: (href: string) => void;
  readonly onDrain: (drain: PaletteDrain) => void;
}

/** What fits, kind by kind; draining last, so that Enter never drains by surprise. */
export function PaletteResults({ places, typed, onGo, onDrain }: PaletteResultsProps) {
  const t = useTranslations('shell');
  const importFile = useTranslations('importFile');
  const drainWords = useTranslations('drain');
  const lacks = useLacks('operator');
  const pages = [
    { name: t('overview'), more: '', href: '/' },
    { name: t('audit'), more: '', href: '/audit' },
    { name: t('access'), more: '', href: '/access' },
  ];
  const kinds = [
    ['services', places?.services ?? []],
    ['realServers', places?.realServers ?? []],
    ['directors', places?.directors ?? []],
    ['clusters', places?.clusters ?? []],
    ['pages', pages],
  ] as const;
  const drains = paletteDrains(lacks ? [] : (places?.realServers ?? []), (count, label) =>
    drainWords('labelled', { count, label }),
  ).map((drain) => ({ name: t(`palette.${drain.action}`, { name: drain.name }), more: drain.cluster, drain }));
  const imports = (lacks ? [] : (places?.clusters ?? [])).map(({ name }) => ({
    name: importFile('palette', { cluster: name }),
    more: name,
    href: importHref(name),
  }));
  return (
    <>
      {kinds.map(([kind, all]) => (
        <Group key={kind} heading={t(`palette.${kind}`)}>
          {bestFits<PaletteItem>(all, typed).map(({ name, more, href, simulated = false }) => (
            <Item key={href} value={href} more={more} onSelect={() => onGo(href)}>
              {name} {simulated ? <SimulatedMark /> : null}
            </Item>
          ))}
        </Group>
      ))}
      <Group heading={t('palette.actions')}>
        {[
          ...bestFits(imports, typed).map(({ name, href }) => (
            <Item key={href} value={href} more="" onSelect={() => onGo(href)}>
              {name}
            </Item>
          )),
          ...bestFits(drains, typed).map(({ name, more, drain }) => (
            <Item key={`${more} ${name}`} value={`${more} ${name}`} more={more} onSelect={() => onDrain(drain)}>
              {name}
            </Item>
          )),
        ]}
      </Group>
    </>
  );
}

function Group({ heading, children }: { readonly heading: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
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
  readonly more: string;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

function Item({ value, more, onSelect, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex h-7 cursor-pointer items-center gap-3 rounded-sm px-2.5 data-[selected=true]:bg-hover pointer-coarse:h-10"
    >
      {children}
      <span className="figures ml-auto truncate text-ink-3">{more}</span>
    </Command.Item>
  );
}
