'use client';

import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorView } from '../../../domain/display/views.ts';
import type { DriftItem } from '../../../domain/drift/drift-item.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { formatCount } from '../../lib/formats.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import type { ChangeRequest } from '../change/change-request.ts';
import { ChangeSteps } from '../change/change-steps.tsx';
import { lostByReapply } from './lost-by-reapply.ts';

interface ReapplyPlacesDrawerProps {
  readonly view: DirectorView;
  readonly items: readonly DriftItem[];
  readonly onClose: () => void;
}

/** Puts right what was chosen, and nothing else. */
export function ReapplyPlacesDrawer({ view, items, onClose }: ReapplyPlacesDrawerProps) {
  const t = useTranslations('drift');
  const change = useTranslations('change');
  const { name, cluster } = view.director;
  const only = items.map(({ target }) => target);
  const [request] = useState(() => reapplyOnly(cluster, only));
  // As it was when the drawer opened: what is put right has no connections to tell of any more.
  const [lost] = useState(() => lostByReapply(view.services, items));
  return (
    <Dialog open drawer onClose={onClose} title={t('reapplyTitle', { director: name })} closesOutside={false}>
      <div className="flex flex-col gap-1 border-b px-4 py-2">
        <p className="text-ink-2">{t('reapplyText')}</p>
        {lost.map((row) => (
          <p key={row.key}>
            <StateWord tone="bad" icon={TriangleAlert}>
              <span className="whitespace-normal">
                {change('connections-lost', {
                  destination: row.key,
                  active: formatCount(row.activeConn ?? 0),
                  inactive: formatCount(row.inactConn ?? 0),
                })}
              </span>
            </StateWord>
          </p>
        ))}
      </div>
      <ChangeSteps request={request} onClose={onClose} />
    </Dialog>
  );
}

const reapplyOnly = (cluster: string, only: string[]): ChangeRequest => ({
  cluster,
  preview: () => consoleClient().definition.previewReapply.query({ cluster, only }),
  apply: async (written) => {
    const { generation } = await consoleClient().definition.reapply.mutate({ cluster, ...written, only });
    return { ok: true, generation, revision: null };
  },
});
