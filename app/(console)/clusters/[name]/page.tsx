import type { Metadata } from 'next';
import { ClusterPage } from '../../../features/cluster/cluster-page.tsx';
import { firstPaint } from '../../../lib/first-paint.ts';

interface Props {
  readonly params: Promise<{ readonly name: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default async function Page({ params }: Props) {
  const cluster = decodeURIComponent((await params).name);
  const first = await firstPaint(`/clusters/${cluster}`, (caller) => caller.view.cluster({ cluster }));
  return <ClusterPage first={first} />;
}
