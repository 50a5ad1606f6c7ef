import type { Metadata } from 'next';
import { AccessPage } from '../../features/access/access-page.tsx';
import { firstPaint } from '../../lib/first-paint.ts';
import { pageTitle } from '../../lib/page-title.ts';

export const generateMetadata = (): Promise<Metadata> => pageTitle((texts) => texts.access.title);

/** The list of people is for administrators; everybody else still changes their own password here. */
export default async function Page() {
  const people = await firstPaint('/access', async (caller) => {
    const me = await caller.session.me();
    return me?.user.role === 'administrator' ? caller.access.people() : null;
  });
  return <AccessPage first={people} />;
}
