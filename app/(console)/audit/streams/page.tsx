import type { Metadata } from 'next';
import { StreamsPage } from '../../../features/streams/streams-page.tsx';
import { firstPaint } from '../../../lib/first-paint.ts';
import { pageTitle } from '../../../lib/page-title.ts';

export const generateMetadata = (): Promise<Metadata> => pageTitle((texts) => texts.streams.title);

/** For administrators; others are told so. */
export default async function Page() {
  const streams = await firstPaint('/audit/streams', async (caller) => {
    const me = await caller.session.me();
    return me?.user.role === 'administrator' ? caller.streams.list() : null;
  });
  return <StreamsPage first={streams} />;
}
