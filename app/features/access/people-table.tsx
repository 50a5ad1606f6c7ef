'use client';

import { Ban, UserCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Person } from '../../../domain/access/person.ts';
import { useViewer } from '../../lib/viewer.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import type { Column, Sort } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { Time } from '../numbers/time.tsx';
import { PersonMenu } from './person-menu.tsx';
import { usePeople } from './use-people.ts';

/** Everybody who may sign in, or might once, with what can be done about them. */
export function PeopleTable({ first }: { readonly first: readonly Person[] }) {
  const t = useTranslations('access');
  const people = usePeople(first);
  const columns = usePeopleColumns();
  const [sort, setSort] = useState<Sort | null>({ column: 'name', descending: false });
  return (
    <DataTable
      label={t('people')}
      columns={columns}
      rows={people}
      rowKey={(person) => person.username}
      sort={sort}
      onSort={setSort}
    />
  );
}

function usePeopleColumns(): readonly Column<Person>[] {
  const t = useTranslations('access');
  const shell = useTranslations('shell');
  const words = useTranslations('words');
  const viewer = useViewer();
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('person'),
        width: 150,
        sortBy: ({ name }) => name,
        cell: ({ name, username }) => (
          <span className="font-medium">
            {name}
            {username === viewer.username ? <span className="ml-1.5 font-normal text-ink-3">({t('you')})</span> : null}
          </span>
        ),
      },
      {
        id: 'username',
        head: t('username'),
        width: 140,
        sortBy: ({ username }) => username,
        cell: ({ username }) => <span className="figures">{username}</span>,
      },
      {
        id: 'role',
        head: t('role'),
        width: 120,
        sortBy: ({ role }) => role,
        cell: ({ role }) => shell(`roles.${role}`),
      },
      {
        id: 'state',
        head: t('state'),
        width: 110,
        sortBy: ({ disabled }) => Number(disabled),
        cell: ({ disabled }) => (
          <StateWord tone={disabled ? 'idle' : 'ok'} icon={disabled ? Ban : UserCheck}>
            {t(disabled ? 'disabled' : 'active')}
          </StateWord>
        ),
      },
      {
        id: 'lastSignIn',
        head: t('lastSignIn'),
        width: 190,
        sortBy: ({ lastSignIn }) => lastSignIn,
        cell: ({ lastSignIn }) => <Time at={lastSignIn} />,
      },
      {
        id: 'created',
        head: t('created'),
        width: 190,
        sortBy: ({ createdAt }) => createdAt,
        cell: ({ createdAt }) => <Time at={createdAt} className="text-ink-2" />,
      },
      {
        id: 'actions',
        head: words('columns.actions'),
        width: 90,
        align: 'right',
        cell: (person) => <PersonMenu person={person} />,
      },
    ],
    [t, shell, words, viewer.username],
  );
}
