'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { type Adoption, adoptionOf } from '../../../domain/drift/adoption.ts';
import type { DriftItem } from '../../../domain/drift/drift-item.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Dialog, DialogBody } from '../../ui/dialog.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { ChangeSteps } from '../change/change-steps.tsx';
import { definitionChange } from '../change/definition-change.ts';
import { OthersNote } from './others-note.tsx';
import { useRefusedAdoption } from './use-refused-adoption.ts';

interface AdoptDrawerProps {
  readonly director: DirectorHead;
  readonly items: readonly DriftItem[];
  /** How many more places differ on the director. */
  readonly others: number;
  readonly onClose: () => void;
}

/** Makes what one kernel has part of the definition: preview → reason → apply. */
export function AdoptDrawer({ director, items, others, onClose }: AdoptDrawerProps) {
  const t = useTranslations('drift');
  const refusalText = useRefusalText();
  const { name, cluster } = director;
  // Read once: what is adopted is what differed when it was asked for.
  const { data, error } = useQuery({
    queryKey: ['adopt', name, ...items.map(({ target }) => target)],
    queryFn: () => consoleClient().definition.current.query({ cluster }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Dialog open drawer onClose={onClose} title={t('adoptTitle', { director: name })} closesOutside={false}>
      <div className="flex flex-col gap-1 border-b px-4 py-2 text-ink-2">
        <p>{t('adoptText', { director: name })}</p>
        <OthersNote director={name} others={others} />
      </div>
      {data ? (
        <Adopted cluster={cluster} items={items} {...data} onClose={onClose} />
      ) : (
        <DialogBody>
          <RefusalText>{refusalText(error)}</RefusalText>
        </DialogBody>
      )}
    </Dialog>
  );
}

interface AdoptedProps {
  readonly cluster: string;
  readonly items: readonly DriftItem[];
  readonly revision: number;
  readonly definition: Definition;
  readonly onClose: () => void;
}

function Adopted({ cluster, items, revision, definition, onClose }: AdoptedProps) {
  const [{ changes, refusals }] = useState(() => adoptionOf(items, definition));
  const [request] = useState(() =>
    definitionChange({ cluster, base: revision, change: () => ({ kind: 'several', changes: [...changes] }) }),
  );
  return (
    <>
      <Refusals refusals={refusals} />
      {changes.length > 0 ? <ChangeSteps request={request} onClose={onClose} /> : null}
    </>
  );
}

function Refusals({ refusals }: Pick<Adoption, 'refusals'>) {
  const t = useTranslations('drift.refused');
  const why = useRefusedAdoption();
  if (refusals.length === 0) return null;
  return (
    <div role="alert" className="border-b px-4 py-2">
      <p className="font-medium text-bad">{t('title')}</p>
      <ul>
        {refusals.map(({ target, code }) => (
          <li key={target} className="break-words">
            {t('target', { target, reason: why(code) ?? code })}
          </li>
        ))}
      </ul>
    </div>
  );
}
