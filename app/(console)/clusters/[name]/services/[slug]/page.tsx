import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { parseServiceKeySlug, serviceKeyText } from '../../../../../../domain/lvs/service-key.ts';
import { ServicePage } from '../../../../../features/service/service-page.tsx';
import { firstPaint } from '../../../../../lib/first-paint.ts';

interface Props {
  readonly params: Promise<{ readonly name: string; readonly slug: string }>;
}

const keyOf = (slug: string) => parseServiceKeySlug(decodeURIComponent(slug));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const key = keyOf((await params).slug);
  return key.ok ? { title: serviceKeyText(key.value) } : {};
}

export default async function Page({ params }: Props) {
  const { name, slug } = await params;
  const key = keyOf(slug);
  if (!key.ok) notFound();
  const cluster = decodeURIComponent(name);
  const first = await firstPaint(`/clusters/${name}/services/${slug}`, (caller) =>
    caller.view.service({ cluster, key: serviceKeyText(key.value) }),
  );
  return <ServicePage first={first} key={`${cluster} ${first.key}`} />;
}
