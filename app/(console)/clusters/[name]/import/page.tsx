import type { Metadata } from 'next';
import { ImportPage } from '../../../../features/import/import-page.tsx';
import { firstPaint } from '../../../../lib/first-paint.ts';
import { pageTitle } from '../../../../lib/page-title.ts';

interface Props {
  readonly params: Promise<{ readonly name: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const cluster = decodeURIComponent((await params).name);
  return pageTitle((texts) => texts.importFile.title.replace('{cluster}', cluster));
}

export default async function Page({ params }: Props) {
  const { name } = await params;
  const cluster = decodeURIComponent(name);
  const { directors, current } = await firstPaint(`/clusters/${name}/import`, async (caller) => ({
    directors: (await caller.view.cluster({ cluster })).directors,
    current: await caller.definition.current({ cluster }),
  }));
  return (
    <ImportPage cluster={cluster} directors={directors} revision={current.revision} definition={current.definition} />
  );
}
