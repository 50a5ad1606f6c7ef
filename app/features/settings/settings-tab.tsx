'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import type { ClusterView } from '../../../domain/display/views.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { RefusalText } from '../../ui/refusal-text.tsx';

const SettingsForm = dynamic(() => import('./settings-form.tsx').then((module) => module.SettingsForm), { ssr: false });

/** How the kernels of a cluster are to be set, beside how they are set now. */
export function SettingsTab({ view }: { readonly view: ClusterView }) {
  const t = useTranslations('settings');
  const refusalText = useRefusalText();
  const { name: cluster, revision } = view;
  const { data, error } = useQuery({
    queryKey: ['definition', cluster, 'settings', revision],
    queryFn: async () => {
      const { definition, revision: newest } = await consoleClient().definition.current.query({ cluster });
      return { settings: definition.settings, revision: newest };
    },
    placeholderData: (previous) => previous,
  });
  if (error) return <RefusalText>{refusalText(error)}</RefusalText>;
  if (!data) return <output className="block px-4 py-4 text-ink-2">{t('loading')}</output>;
  return <SettingsForm cluster={cluster} revision={data.revision} settings={data.settings} kernels={view.kernels} />;
}
