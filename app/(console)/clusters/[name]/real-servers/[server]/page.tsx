import type { Metadata } from 'next';
import { RealServerPage } from '../../../../../features/real-server/real-server-page.tsx';
import { firstPaint } from '../../../../../lib/first-paint.ts';

interface Props {
  readonly params: Promise<{ readonly name: string; readonly server: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).server) };
}

export default async function Page({ params }: Props) {
  const path = await params;
  const cluster = decodeURIComponent(path.name);
  // A real server without a name goes by its address, and an IPv6 one comes escaped.
  const name = decodeURIComponent(path.server);
  const first = await firstPaint(`/clusters/${path.name}/real-servers/${path.server}`, (caller) =>
    caller.view.realServer({ cluster, name }),
  );
  return <RealServerPage first={first} />;
}
