'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { AuditRow } from '../../../domain/audit/audit-row.ts';
import type { RouterOutputs } from '../../../server/router.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { errorCode } from '../../lib/error-code.ts';
import { Dialog, DialogBody } from '../../ui/dialog.tsx';
import { AuditAround } from './audit-around.tsx';
import { AuditDifference } from './audit-difference.tsx';
import { AuditFacts } from './audit-facts.tsx';
import { AuditResults } from './audit-results.tsx';

interface AuditDetailProps {
  readonly id: number;
  /** The row where the list has it already. */
  readonly known: AuditRow | null;
  readonly onClose: () => void;
}

/** One row of the log whole: what was written, and what became of it on each director. */
export function AuditDetail({ id, known, onClose }: AuditDetailProps) {
  const t = useTranslations('audit');
  const { data, isPending } = useQuery({
    queryKey: ['audit-row', id],
    queryFn: () => readRow(id),
    enabled: Number.isSafeInteger(id) && id > 0,
  });
  const row = data ?? known ?? null;
  return (
    <Dialog open drawer onClose={onClose} title={t('detail', { id: String(id) })}>
      <DialogBody className="flex flex-col gap-4">
        {row ? (
          <>
            <AuditFacts row={row} />
            <AuditDifference before={row.before} after={row.after} />
            {row.results.length > 0 ? <AuditResults results={row.results} /> : null}
            {data ? <AuditAround row={data} /> : null}
          </>
        ) : (
          <p className="text-ink-2">{isPending ? t('reading') : t('empty')}</p>
        )}
      </DialogBody>
    </Dialog>
  );
}

/** Null where there is no such row. */
async function readRow(id: number): Promise<RouterOutputs['audit']['get'] | null> {
  try {
    return await consoleClient().audit.get.query({ id });
  } catch (error) {
    if (errorCode(error) === 'NOT_FOUND') return null;
    throw error;
  }
}
