'use client';

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Person } from '../../../domain/access/person.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHead, SectionHead } from '../../ui/page-head.tsx';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { OwnPasswordForm } from './own-password-form.tsx';
import { PeopleTable } from './people-table.tsx';

/** Who may sign in, for administrators; and everybody's own password. */
export function AccessPage({ first }: { readonly first: readonly Person[] | null }) {
  const t = useTranslations('access');
  const lacks = useLacks('administrator');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <Button
            look="primary"
            offBecause={lacks}
            icon={<UserPlus aria-hidden className="size-3.5" />}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        }
      />
      <div className="border-b">
        <SectionHead title={t('people')} />
        {first ? <PeopleTable first={first} /> : <p className="px-4 py-4 text-ink-2">{t('onlyAdministrators')}</p>}
      </div>
      <OwnPasswordForm />
      {adding ? <AddPersonDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}
