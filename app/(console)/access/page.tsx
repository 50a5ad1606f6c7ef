import type { Metadata } from 'next';
import { AccessPage } from '../../features/access/access-page.tsx';
import { firstPaint } from '../../lib/first-paint.ts';
import { pageTitle } from '../../lib/page-title.ts';

export const generateMetadata = (): Promise<Metadata> => pageTitle((texts) => texts.access.title);

/** The list of people is for administrators; everybody else still has their own tokens and password here. */
export default async function Page() {
  const { people, tokens } = await firstPaint('/access', async (caller) => {
    const me = await caller.session.me();
    const seen = me?.user.role === 'administrator' ? await caller.access.people() : null;
    return { people: seen, tokens: await caller.tokens.list() };
  });
  return <AccessPage first={people} tokens={tokens} />;
}
