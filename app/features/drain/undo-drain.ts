import type { DrainOverlay } from '../../../domain/overlay/overlay.ts';
import type { ConsoleClient } from '../../lib/console-client.ts';
import { sameSettings } from './same-settings.ts';

interface Undone {
  readonly cluster: string;
  /** Said in the audit log. */
  readonly reason: string;
}

/** Ends the drains of these ids: those alone that began then, and none that was there before. */
export async function undoStart(client: ConsoleClient, { cluster, reason }: Undone, ids: readonly string[]) {
  const { overlays } = await client.view.cluster.query({ cluster });
  const targets = overlays.flatMap(({ id, target }) => (ids.includes(id) ? [target] : []));
  if (targets.length > 0) await client.drains.end.mutate({ cluster, targets, reason });
}

/** Starts drains again as they were before they ended. */
export async function undoEnd(client: ConsoleClient, { cluster, reason }: Undone, ended: readonly DrainOverlay[]) {
  // Deadlines are on the console's clock.
  const { at } = await client.view.cluster.query({ cluster });
  for (const alike of sameSettings(ended)) {
    const [{ mode, deadline, atDeadline, ignoresPersistence }] = alike;
    await client.drains.start.mutate({
      ...{ cluster, targets: alike.map(({ target }) => target), reason },
      ...{ mode, atDeadline, ignoresPersistence },
      deadlineIn: secondsLeft(deadline, at),
    });
  }
}

/** What is left of a deadline; one that is over by now is none. */
function secondsLeft(deadline: number | null, at: number): number | null {
  if (deadline === null || deadline <= at) return null;
  return Math.max(1, Math.round((deadline - at) / 1000));
}
