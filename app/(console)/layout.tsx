import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Shell } from '../features/shell/shell.tsx';
import { consoleCaller } from '../lib/first-paint.ts';

export default async function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const me = await (await consoleCaller()).session.me();
  if (!me) redirect('/sign-in');
  return <Shell viewer={me.user}>{children}</Shell>;
}
