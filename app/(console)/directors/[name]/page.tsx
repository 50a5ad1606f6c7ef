import type { Metadata } from 'next';
import { DirectorPage } from '../../../features/director/director-page.tsx';
import { firstPaint } from '../../../lib/first-paint.ts';

interface Props {
  readonly params: Promise<{ readonly name: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default async function Page({ params }: Props) {
  const director = decodeURIComponent((await params).name);
  const first = await firstPaint(`/directors/${director}`, (caller) => caller.view.director({ director }));
  return <DirectorPage first={first} />;
}
