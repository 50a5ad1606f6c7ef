import type { Metadata } from 'next';
import { auditFiltersOf } from '../../features/audit/audit-filters.ts';
import { AuditPage } from '../../features/audit/audit-page.tsx';
import { firstPaint } from '../../lib/first-paint.ts';
import { pageTitle } from '../../lib/page-title.ts';

export const generateMetadata = (): Promise<Metadata> => pageTitle((texts) => texts.audit.title);

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function Page({ searchParams }: Props) {
  const filters = auditFiltersOf(await searchParams);
  const first = await firstPaint('/audit', (caller) => caller.audit.list({ filters }));
  return <AuditPage first={first} firstFilters={filters} />;
}
