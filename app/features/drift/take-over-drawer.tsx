'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { type ServiceKeyText, serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Dialog, DialogBody } from '../../ui/dialog.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { TakeOverForm } from './take-over-form.tsx';

interface TakeOverDrawerProps {
  readonly director: DirectorHead;
  readonly keys: readonly ServiceKeyText[];
  /** How many places of Shoal's own differ on it. */
  readonly others: number;
  readonly onClose: () => void;
}

/** Makes foreign services Shoal's as they stand: names → preview → apply. */
export function TakeOverDrawer({ director, keys, others: atFirst, onClose }: TakeOverDrawerProps) {
  const t = useTranslations('drift.foreign');
  const refusalText = useRefusalText();
  const { name, cluster } = director;
  const [others] = useState(atFirst);
  // Read once: what is taken over is what stood when it was asked for.
  const { data, error } = useQuery({
    queryKey: ['take-over', name, ...keys],
    queryFn: async () => {
      const [table, current] = await Promise.all([
        consoleClient().view.table.query({ director: name }),
        consoleClient().definition.current.query({ cluster }),
      ]);
      const asked = (table.services ?? []).filter(({ key }) => keys.includes(serviceKeyText(key)));
      return { services: asked, ...current };
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Dialog open drawer onClose={onClose} title={t('drawerTitle', { director: name })} closesOutside={false}>
      {error ? (
        <DialogBody>
          <RefusalText>{refusalText(error)}</RefusalText>
        </DialogBody>
      ) : data ? (
        <TakeOverForm director={director} others={others} {...data} onClose={onClose} />
      ) : (
        <DialogBody>
          <output className="text-ink-2">{t('reading')}</output>
        </DialogBody>
      )}
    </Dialog>
  );
}
