'use client';

import { KeyRound, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ApiToken } from '../../../domain/access/api-token.ts';
import type { Person } from '../../../domain/access/person.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHead, SectionHead } from '../../ui/page-head.tsx';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { AddTokenDialog } from './add-token-dialog.tsx';
import { OwnPasswordForm } from './own-password-form.tsx';
import { PeopleTable } from './people-table.tsx';
import { TokensTable } from './tokens-table.tsx';

interface Props {
  readonly first: readonly Person[] | null;
  readonly tokens: readonly ApiToken[];
}

/** Who may sign in, for administrators; the tokens of programs; and everybody's own password. */
export function AccessPage({ first, tokens }: Props) {
  const t = useTranslations('access');
  const lacks = useLacks('administrator');
  const [adding, setAdding] = useState(false);
  const [making, setMaking] = useState(false);
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
      <section aria-label={t('tokens.title')} className="border-b">
        <SectionHead title={t('tokens.title')}>
          <Button icon={<KeyRound aria-hidden className="size-3.5" />} onClick={() => setMaking(true)}>
            {t('tokens.add')}
          </Button>
        </SectionHead>
        <TokensTable first={tokens} />
      </section>
      <OwnPasswordForm />
      {adding ? <AddPersonDialog onClose={() => setAdding(false)} /> : null}
      {making ? <AddTokenDialog onClose={() => setMaking(false)} /> : null}
    </>
  );
}
