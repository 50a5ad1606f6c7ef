import type { Metadata } from 'next';
import { DraftPage } from '../../../../../features/drafts/draft-page.tsx';
import { firstPaint } from '../../../../../lib/first-paint.ts';
import { pageTitle } from '../../../../../lib/page-title.ts';

interface Props {
  readonly params: Promise<{ readonly name: string; readonly id: string }>;
}

export const generateMetadata = (): Promise<Metadata> => pageTitle((texts) => texts.drafts.page);

export default async function Page({ params }: Props) {
  const { name, id } = await params;
  const cluster = decodeURIComponent(name);
  const { draft, newest } = await firstPaint(`/clusters/${name}/drafts/${id}`, async (caller) => ({
    draft: await caller.drafts.get({ cluster, id: decodeURIComponent(id) }),
    newest: (await caller.definition.current({ cluster })).revision,
  }));
  return <DraftPage key={draft.id} cluster={cluster} first={draft} newest={newest} />;
}
