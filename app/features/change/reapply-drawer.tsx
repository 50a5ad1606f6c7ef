'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { ChangeRequest } from './change-request.ts';
import { ChangeSteps } from './change-steps.tsx';

interface ReapplyDrawerProps {
  readonly cluster: string;
  /** Foreign services that the finding is about. */
  readonly takeOver: readonly ServiceKeyText[];
  readonly onClose: () => void;
}

/** Sends what is defined once more, to put right what drifted, failed, or stood in the way. */
export function ReapplyDrawer({ cluster, takeOver, onClose }: ReapplyDrawerProps) {
  const findings = useTranslations('findings');
  const [request] = useState(() => reapply(cluster));
  const title = takeOver.length > 0 ? findings('takeOver') : findings('putRight');
  return (
    <Dialog open drawer onClose={onClose} title={title.replace('…', '')} closesOutside={false}>
      <ChangeSteps request={request} onClose={onClose} />
    </Dialog>
  );
}

const reapply = (cluster: string): ChangeRequest => ({
  cluster,
  preview: async () => {
    const { definition, revision } = await consoleClient().definition.current.query({ cluster });
    return consoleClient().definition.preview.query({
      cluster,
      base: revision,
      change: { kind: 'replace', definition },
    });
  },
  apply: async (written) => {
    const { generation } = await consoleClient().definition.reapply.mutate({ cluster, ...written });
    return { ok: true, generation, revision: null };
  },
});
