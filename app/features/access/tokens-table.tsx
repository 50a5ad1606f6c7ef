'use client';

import { Ban, Clock, KeyRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ApiToken } from '../../../domain/access/api-token.ts';
import { Button } from '../../ui/button.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import type { Column, Sort } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { Time } from '../numbers/time.tsx';
import { RevokeTokenDialog } from './revoke-token-dialog.tsx';
import { useTokens } from './use-tokens.ts';

const icons = { active: KeyRound, expired: Clock, revoked: Ban, 'maker-disabled': Ban } as const;

/** The tokens that programs have, and what each may do. */
export function TokensTable({ first }: { readonly first: readonly ApiToken[] }) {
  const t = useTranslations('access');
  const tokens = useTokens(first);
  const columns = useTokenColumns();
  const [sort, setSort] = useState<Sort | null>({ column: 'state', descending: false });
  if (tokens.length === 0) return <p className="px-4 py-4 text-ink-2">{t('tokens.none')}</p>;
  return (
    <DataTable
      label={t('tokens.title')}
      columns={columns}
      rows={tokens}
      rowKey={({ id }) => id}
      sort={sort}
      onSort={setSort}
    />
  );
}

function useTokenColumns(): readonly Column<ApiToken>[] {
  const t = useTranslations('access');
  const shell = useTranslations('shell');
  const words = useTranslations('words');
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('tokens.name'),
        width: 170,
        sortBy: ({ name }) => name,
        cell: ({ name }) => <span className="figures font-medium">{name}</span>,
      },
      {
        id: 'state',
        head: t('state'),
        width: 130,
        sortBy: ({ state }) => Object.keys(icons).indexOf(state),
        cell: ({ state }) => (
          <StateWord tone={state === 'active' ? 'ok' : 'idle'} icon={icons[state]}>
            {t(`tokens.states.${state}`)}
          </StateWord>
        ),
      },
      {
        id: 'role',
        head: t('role'),
        width: 110,
        sortBy: ({ role }) => role,
        cell: ({ role }) => shell(`roles.${role}`),
      },
      {
        id: 'limits',
        head: t('tokens.limits'),
        width: 200,
        cell: ({ clusters, scopes }) => {
          const some = (scopes ?? []).map((scope) => t(`tokens.scopes.${scope}`));
          const what = scopes === null ? [] : some.length > 0 ? some : [t('tokens.readsOnly')];
          const said = [...what, ...(clusters ?? [])];
          return said.length > 0 ? said.join(', ') : <span className="text-ink-3">{t('tokens.noLimits')}</span>;
        },
      },
      {
        id: 'lastUsed',
        head: t('tokens.lastUsed'),
        width: 230,
        sortBy: ({ lastUsedAt }) => lastUsedAt,
        cell: ({ lastUsedAt, lastUsedFrom }) =>
          lastUsedAt === null ? (
            <span className="text-ink-3">{t('tokens.never')}</span>
          ) : (
            <span>
              <Time at={lastUsedAt} /> <span className="figures text-ink-3">{lastUsedFrom}</span>
            </span>
          ),
      },
      {
        id: 'expires',
        head: t('tokens.expires'),
        width: 170,
        sortBy: ({ expiresAt }) => expiresAt,
        cell: ({ expiresAt }) => <Time at={expiresAt} className="text-ink-2" />,
      },
      {
        id: 'actions',
        head: words('columns.actions'),
        width: 100,
        align: 'right',
        cell: (token) => <Revoke token={token} />,
      },
    ],
    [t, shell, words],
  );
}

function Revoke({ token }: { readonly token: ApiToken }) {
  const t = useTranslations('access');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="bare"
        className="h-6!"
        aria-label={t('tokens.revokeOf', { name: token.name })}
        offBecause={token.state === 'revoked' ? t('tokens.revokedAlready') : null}
        onClick={() => setOpen(true)}
      >
        {t('tokens.revoke')}
      </Button>
      {open ? <RevokeTokenDialog token={token} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
