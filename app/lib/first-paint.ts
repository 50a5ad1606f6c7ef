import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { Caller } from '../../server/router.ts';

interface ConsoleHandle {
  caller(headers: Headers): Promise<Caller>;
}

/** The console that serves this page: the same process, reached without HTTP. It authorises every call itself. */
export async function consoleCaller(): Promise<Caller> {
  const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('shoal.console')] as ConsoleHandle | undefined;
  if (!handle) throw new Error('Pages are served by the console itself (npm start), not by Next alone.');
  return handle.caller(await headers());
}

/** What a page shows first; sends people to sign-in, or says that there is no such thing. */
export async function firstPaint<View>(path: string, read: (caller: Caller) => Promise<View>): Promise<View> {
  const caller = await consoleCaller();
  try {
    return await read(caller);
  } catch (error) {
    // Not instanceof: this bundle has a TRPCError of its own.
    const code = (error as { code?: unknown }).code;
    if (code === 'UNAUTHORIZED') redirect(`/sign-in?to=${encodeURIComponent(path)}`);
    if (code === 'NOT_FOUND' || code === 'BAD_REQUEST') notFound();
    throw error;
  }
}
