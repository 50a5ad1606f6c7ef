'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AuditStream } from '../../../domain/audit/audit-stream.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Trail } from '../../ui/trail.tsx';
import { AddStreamDialog } from './add-stream-dialog.tsx';
import { StreamsTable } from './streams-table.tsx';

/** Where the audit log is sent to as it is written, and how far each receiver is. */
export function StreamsPage({ first }: { readonly first: readonly AuditStream[] | null }) {
  const t = useTranslations('streams');
  const audit = useTranslations('audit');
  const shell = useTranslations('shell');
  const lacks = useLacks('administrator');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHead
        trail={<Trail label={shell('breadcrumbs')} steps={[{ href: '/audit', name: audit('title') }]} />}
        title={t('title')}
        actions={
          <Button
            look="primary"
            offBecause={lacks}
            icon={<Plus aria-hidden className="size-3.5" />}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        }
      />
      <div className="border-y px-4 py-2.5">
        <p className="max-w-[80ch] text-ink-2">{t('about')}</p>
      </div>
      {first ? <StreamsTable first={first} /> : <p className="px-4 py-4 text-ink-2">{t('onlyAdministrators')}</p>}
      {adding ? <AddStreamDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}
