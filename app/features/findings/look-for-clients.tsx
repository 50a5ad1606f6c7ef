'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { Finding, FindingCode } from '../../../domain/diagnosis/finding.ts';
import { Button } from '../../ui/button.tsx';

/** What counters can't tell of these, a look into the connection table does: clients, or the states of connections. */
const told: Partial<Record<FindingCode, 'clients' | 'destinations'>> = {
  'skew-persistence': 'clients',
  'persistence-netmask': 'clients',
  'persistence-with-least-connection': 'clients',
  'hash-few-sources': 'clients',
  'quiesced-by-templates': 'clients',
  'quiesced-by-reused-ports': 'clients',
  'udp-clump': 'clients',
  'long-lived-connections': 'clients',
  'return-path-masquerading': 'destinations',
  'return-path-direct': 'destinations',
  skew: 'clients',
};

/** Leads to a look into the director's connection table, where one says more than the counters do. */
export function LookForClients({ finding }: { readonly finding: Finding }) {
  const t = useTranslations('findings');
  const router = useRouter();
  const show = told[finding.code];
  if (!show || !finding.service) return null;
  const query = new URLSearchParams({ tab: 'connections', service: finding.service, show });
  return (
    <Button onClick={() => router.push(`/directors/${encodeURIComponent(finding.director)}?${query.toString()}`)}>
      {show === 'clients' ? t('seeClients') : t('seeStates')}
    </Button>
  );
}
