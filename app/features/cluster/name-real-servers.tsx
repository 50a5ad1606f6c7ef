'use client';

import { useQuery } from '@tanstack/react-query';
import { Tag } from 'lucide-react';
import dynamic from 'next/dynamic';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';

const RealServersFormDrawer = dynamic(
  () => import('../change/real-servers-form-drawer.tsx').then((module) => module.RealServersFormDrawer),
  { ssr: false },
);

interface NameRealServersProps {
  readonly cluster: string;
  readonly revision: number;
}

/** The way to the names of real servers. The URL keeps the drawer open. */
export function NameRealServers({ cluster, revision }: NameRealServersProps) {
  const t = useTranslations('realServersForm');
  const lacks = useLacks('operator');
  const [drawer, setDrawer] = useQueryState('drawer', parseAsStringLiteral(['real-servers'] as const));
  const { data: definition } = useQuery({
    queryKey: ['definition', cluster, revision],
    queryFn: async () => (await consoleClient().definition.current.query({ cluster })).definition,
    enabled: drawer !== null,
    placeholderData: (previous) => previous,
  });
  return (
    <>
      <Button
        icon={<Tag aria-hidden className="size-3.5" />}
        offBecause={lacks}
        onClick={() => void setDrawer('real-servers')}
      >
        {t('open')}
      </Button>
      {drawer && !lacks && definition ? (
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
