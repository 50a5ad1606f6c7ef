import type { Metadata } from 'next';
import { ReleasePage } from '../../../../../features/releases/release-page.tsx';
import { firstPaint } from '../../../../../lib/first-paint.ts';
import { pageTitle } from '../../../../../lib/page-title.ts';

interface Props {
  readonly params: Promise<{ readonly name: string; readonly id: string }>;
}

export const generateMetadata = (): Promise<Metadata> => pageTitle((texts) => texts.releases.page);

export default async function Page({ params }: Props) {
  const { name, id } = await params;
  const first = await firstPaint(`/clusters/${name}/releases/${id}`, (caller) =>
    caller.releases.get({ id: decodeURIComponent(id) }),
  );
  return <ReleasePage key={first.plan.id} first={first} />;
}
