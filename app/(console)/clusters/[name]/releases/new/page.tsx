import type { Metadata } from 'next';
import { NewReleasePage } from '../../../../../features/releases/new-release-page.tsx';
import { firstPaint } from '../../../../../lib/first-paint.ts';
import { pageTitle } from '../../../../../lib/page-title.ts';

interface Props {
  readonly params: Promise<{ readonly name: string }>;
}

export const generateMetadata = (): Promise<Metadata> => pageTitle((texts) => texts.releases.title);

export default async function Page({ params }: Props) {
  const { name } = await params;
  const cluster = decodeURIComponent(name);
  const { view, templates } = await firstPaint(`/clusters/${name}/releases/new`, async (caller) => ({
    view: await caller.view.cluster({ cluster }),
    templates: await caller.releases.templates.list({ cluster }),
  }));
  return <NewReleasePage view={view} templates={templates} />;
}
