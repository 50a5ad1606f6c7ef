'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { consoleClient } from '../../lib/console-client.ts';
import { errorConfirm } from '../../lib/error-code.ts';
import { Input } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { ReasonDialog } from '../reason/reason-dialog.tsx';
import type { DrainLine } from './drain-line.ts';
import { isOperators } from './is-operators.ts';

interface CutDialogProps {
  readonly cluster: string;
  readonly line: DrainLine;
  readonly onClose: () => void;
}

/** Ends a drain’s last connections now; the console asks for a name where there are any. */
export function CutDialog({ cluster, line, onClose }: CutDialogProps) {
  const t = useTranslations('drain.cutNow');
  const change = useTranslations('change');
  const { name, overlays, drain } = line;
  const [wanted, setWanted] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const count = drain?.activeConn ?? null;
  return (
    <ReasonDialog
      danger
      title={t('title', { name })}
      text={count === null ? t('unknown') : t('text', { count })}
      act={t('act')}
      offBecause={wanted !== null && typed.trim() !== wanted ? change('confirmMissing') : null}
      onClose={onClose}
      run={async (reason) => {
        const ids = overlays.filter(isOperators).map(({ id }) => id);
        const confirm = wanted === null ? null : typed.trim();
        try {
          await consoleClient().drains.change.mutate({ cluster, ids, mode: 'cut', reason, confirm });
        } catch (error) {
          setWanted(errorConfirm(error) ?? wanted);
          throw error;
        }
      }}
    >
      {wanted === null ? null : (
        <Field label={change('confirm', { name: wanted })} note={change('confirmWhy')}>
          {(control) => (
            <Input
              {...control}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
              spellCheck={false}
              className="figures"
            />
          )}
        </Field>
      )}
    </ReasonDialog>
  );
}
