'use client';

import { useMutation } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { Person } from '../../../domain/access/person.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { errorCode } from '../../lib/error-code.ts';
import type { Role } from '../../lib/role.ts';
import { useViewer } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { DisablePersonDialog } from './disable-person-dialog.tsx';
import { ResetPasswordDialog } from './reset-password-dialog.tsx';
import { useRereadPeople } from './use-people.ts';

const roles = ['viewer', 'operator', 'administrator'] as const;

/** What an administrator can do about a person. */
export function PersonMenu({ person }: { readonly person: Person }) {
  const t = useTranslations('access');
  const shell = useTranslations('shell');
  const errors = useTranslations('errors');
  const reread = useRereadPeople();
  const [open, setOpen] = useState<'reset' | 'disable' | null>(null);
  const isViewer = useViewer().username === person.username;
  const { username, name } = person;
  const setRole = useMutation({
    mutationFn: (role: Role) => consoleClient().access.setRole.mutate({ username, role }),
    onSuccess: (_, role) => {
      toast.success(t('roleChanged', { name, role: shell(`roles.${role}`) }));
      reread();
    },
    onError: (error) =>
      toast.error(errorCode(error) === 'CONFLICT' ? t('lastAdministrator') : errors(errorCode(error))),
  });
  const own = isViewer ? t('yourself') : null;
  return (
    <>
      <Menu
        trigger={
          <Button
            look="bare"
            className="h-6! px-1.5"
            aria-label={t('moreFor', { name })}
            icon={<Ellipsis aria-hidden className="size-4" />}
          />
        }
      >
        <MenuChoice
          label={t('role')}
          value={person.role}
          offBecause={own}
          choices={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          onChoose={(role) => setRole.mutate(role)}
        />
        <MenuLine />
        <MenuItem onSelect={() => setOpen('reset')}>{t('resetPassword')}</MenuItem>
        <MenuItem
          danger
          offBecause={own ?? (person.disabled ? t('disabledAlready') : null)}
          onSelect={() => setOpen('disable')}
        >
          {t('disable')}
        </MenuItem>
      </Menu>
      {open === 'reset' ? <ResetPasswordDialog person={person} onClose={() => setOpen(null)} /> : null}
      {open === 'disable' ? <DisablePersonDialog person={person} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
