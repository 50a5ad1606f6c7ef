import type { ConnectionSummary } from '../../domain/connections/connection-summary.ts';

export interface FollowedLook {
  readonly summary: ConnectionSummary;
  /** Whether the director has ended looking. */
  readonly ended: boolean;
}

/** What a look finds as it goes on. A slow reader gets the newest only, so that nothing piles up behind it. */
export async function* followedLook(
  ask: (soFar: (summary: ConnectionSummary) => void) => Promise<ConnectionSummary>,
): AsyncGenerator<FollowedLook, void> {
  let newest: ConnectionSummary | null = null;
  let told = Promise.withResolvers<void>();
  const ended = ask((summary) => {
    newest = summary;
    told.resolve();
  });
  // A refusal is thrown where the end is awaited; a reader that has left must not make it one that nobody took.
  const settled = ended.then(
    () => true,
    () => true,
  );
  for (;;) {
    const isEnded = await Promise.race([settled, told.promise.then(() => false)]);
    if (isEnded) break;
    told = Promise.withResolvers();
    if (newest) yield { summary: newest, ended: false };
  }
  yield { summary: await ended, ended: true };
}
