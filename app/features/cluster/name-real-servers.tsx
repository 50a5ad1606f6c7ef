'use client';

import { Tag } from 'lucide-react';
import dynamic from 'next/dynamic';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';

const RealServersFormDrawer = dynamic(
  () => import('../change/real-servers-form-drawer.tsx').then((module) => module.RealServersFormDrawer),
  { ssr: false },
);

interface NameRealServersProps {
  readonly cluster: string;
  readonly revision: number;
  readonly definition: Definition;
}

/** The way to the names of real servers. The URL keeps the drawer open. */
export function NameRealServers({ cluster, revision, definition }: NameRealServersProps) {
  const t = useTranslations('realServersForm');
  const lacks = useLacks('operator');
  const [drawer, setDrawer] = useQueryState('drawer', parseAsStringLiteral(['real-servers'] as const));
  return (
    <>
      <Button
        icon={<Tag aria-hidden className="size-3.5" />}
        offBecause={lacks}
        onClick={() => void setDrawer('real-servers')}
      >
        {t('open')}
      </Button>
      {drawer && !lacks ? (
        <RealServersFormDrawer
          cluster={cluster}
          revision={revision}
          realServers={definition.realServers}
          unnamed={unnamedIn(definition)}
          onClose={() => void setDrawer(null)}
        />
      ) : null}
    </>
  );
}

function unnamedIn({ realServers, services }: Definition): string[] {
  const named = new Set<string>(realServers.flatMap((server) => server.addresses));
  const addresses = services.flatMap((service) => service.destinations.map((destination) => destination.address));
  return [...new Set(addresses)].filter((address) => !named.has(address));
}
