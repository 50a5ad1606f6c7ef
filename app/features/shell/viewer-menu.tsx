'use client';

import { CircleUser } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useViewer } from '../../lib/viewer.tsx';
import { type Language, languageCookie } from '../../messages/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { singleKeys } from '../../ui/single-keys.ts';

const languageNames: { value: Language; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'zh-CN', label: '简体中文' },
];

/** Language, theme, keys and the way out. */
export function ViewerMenu({ onKeys }: { readonly onKeys: () => void }) {
  const t = useTranslations('shell');
  const viewer = useViewer();
  const router = useRouter();
  const language = useLocale();
  const { theme = 'system', setTheme } = useTheme();
  const keys = useSyncExternalStore(singleKeys.subscribe, singleKeys.get, () => 'on' as const);

  return (
    <Menu
      trigger={
        <Button look="bare" title={t('menu')} icon={<CircleUser aria-hidden className="size-4" />} className="px-1.5">
          <span className="max-w-28 truncate max-md:sr-only">{viewer.name}</span>
        </Button>
      }
    >
      <p className="label-text px-3 pt-1 pb-1.5">
        {t('signedInAs', { name: viewer.name, role: t(`roles.${viewer.role}`) })}
      </p>
      <MenuLine />
      <MenuChoice
        label={t('language')}
        value={language}
        choices={languageNames}
        onChoose={(next) => {
          // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from Firefox
          document.cookie = `${languageCookie}=${next}; path=/; max-age=31536000; samesite=lax`;
          router.refresh();
        }}
      />
      <MenuLine />
      <MenuChoice
        label={t('theme')}
        value={theme as 'light' | 'dark' | 'system'}
        choices={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(`themes.${value}`) }))}
        onChoose={setTheme}
      />
      <MenuLine />
      <MenuChoice
        label={t('singleKeys')}
        value={keys}
        choices={(['on', 'off'] as const).map((value) => ({ value, label: t(value) }))}
        onChoose={singleKeys.set}
      />
      <MenuItem onSelect={onKeys}>{t('keys')}</MenuItem>
      <MenuLine />
      <MenuItem onSelect={() => void signOut()}>{t('signOut')}</MenuItem>
    </Menu>
  );
}

async function signOut(): Promise<void> {
  await fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  window.location.assign('/sign-in');
}
