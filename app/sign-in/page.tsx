import { redirect } from 'next/navigation';
import { localPath } from '../features/sign-in/local-path.ts';
import { SignInForm } from '../features/sign-in/sign-in-form.tsx';
import { consoleCaller } from '../lib/first-paint.ts';

interface SignInPageProps {
  readonly searchParams: Promise<{ to?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const to = localPath((await searchParams).to);
  if (await (await consoleCaller()).session.me()) redirect(to);
  return <SignInForm to={to} />;
}
