'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { changeOf, type Remedy } from '../../../domain/diagnosis/remedy.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { errorCode } from '../../lib/error-code.ts';
import { Dialog, DialogBody } from '../../ui/dialog.tsx';
import type { ChangeRequest } from '../change/change-request.ts';
import { ChangeSteps } from '../change/change-steps.tsx';
import { definitionChange } from '../change/definition-change.ts';
import { useRemedyText } from './use-remedy-text.ts';

interface RemedyDrawerProps {
  readonly cluster: string;
  readonly service: ServiceKeyText | null;
  readonly remedy: Remedy;
  readonly onClose: () => void;
}

/** A finding's remedy, made on the newest definition: preview, reason, apply. */
export function RemedyDrawer({ cluster, service, remedy, onClose }: RemedyDrawerProps) {
  const t = useTranslations('findings');
  const errors = useTranslations('errors');
  const remedyText = useRemedyText();
  const [request, setRequest] = useState<ChangeRequest | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    consoleClient()
      .definition.current.query({ cluster })
      .then(
        ({ definition, revision }) => {
          const change = changeOf(remedy, definition, service);
          if (left) return;
          if (change) setRequest(definitionChange({ cluster, base: revision, change: () => change }));
          else setRefusal(t('remedyGone'));
        },
        (error: unknown) => {
          if (!left) setRefusal(errors(errorCode(error)));
        },
      );
    return () => {
      left = true;
    };
  }, [cluster, service, remedy, t, errors]);
  return (
    <Dialog open drawer onClose={onClose} title={remedyText(remedy)} closesOutside={false}>
      {request ? <ChangeSteps request={request} onClose={onClose} /> : null}
      {refusal ? (
        <DialogBody>
          <p role="alert">{refusal}</p>
        </DialogBody>
      ) : null}
    </Dialog>
  );
}
