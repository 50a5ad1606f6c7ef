'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EnrolLine, type MadeLine } from './enrol-line.tsx';
import { EnrolNameForm } from './enrol-name-form.tsx';
import { tokensKey } from './use-tokens.ts';

interface EnrolDialogProps {
  readonly cluster: string;
  readonly directors: readonly DirectorHead[];
  readonly onClose: () => void;
}

/** A name first, then the line to paste, then the director itself as soon as it connects. */
export function EnrolDialog({ cluster, directors, onClose }: EnrolDialogProps) {
  const t = useTranslations('enrol');
  const queries = useQueryClient();
  const [made, setMade] = useState<MadeLine | null>(null);
  return (
    <Dialog open onClose={onClose} title={t('title', { cluster })} closesOutside={made === null}>
      {made ? (
        <EnrolLine made={made} director={directors.find(({ name }) => name === made.name) ?? null} onClose={onClose} />
      ) : (
        <EnrolNameForm
          cluster={cluster}
          onMade={(line) => {
            setMade(line);
            void queries.invalidateQueries({ queryKey: tokensKey(cluster) });
          }}
        />
      )}
    </Dialog>
  );
}
