import type { DrainOverlay, DrainTarget } from '../../../domain/overlay/overlay.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { errorProblems } from '../../lib/error-code.ts';
import type { ChangeRequest, Outcome } from '../change/change-request.ts';
import { type DrainSettings, deadlineIn } from './drain-settings.ts';
import { undoEnd, undoStart } from './undo-drain.ts';
import { undoStore } from './undo-store.ts';

export type DrainAction = 'drain' | 'return';

interface About {
  readonly cluster: string;
  /** What it is done to, as people call it. */
  readonly name: string;
  /** The reason for undoing what was done for a reason. */
  readonly undoReason: (reason: string) => string;
}

interface Return {
  /** The drains that end. */
  readonly ends: readonly DrainOverlay[];
  /** Seconds over which weights rise; null for at once. */
  readonly rampOver: number | null;
  readonly passingNeeded: number | null;
}

/** A drain, to be applied like any other change; it can be undone for a while. */
export function drainRequest(about: About, targets: readonly DrainTarget[], settings: DrainSettings) {
  const { cluster, name, undoReason } = about;
  const { mode, atDeadline, ignoresPersistence, overGuard } = settings;
  return request(cluster, async (reason, confirm) => {
    const started = await consoleClient().drains.start.mutate({
      ...{ cluster, targets: [...targets], mode, atDeadline, ignoresPersistence, overGuard, reason, confirm },
      deadlineIn: deadlineIn(settings) ?? null,
    });
    undoStore.offer({
      ...{ did: 'drain', name },
      undo: () => undoStart(consoleClient(), { cluster, reason: undoReason(reason) }, started.overlays),
    });
    return started;
  });
}

/** The end of drains, likewise. */
export function returnRequest(about: About, { ends, rampOver, passingNeeded }: Return) {
  const { cluster, name, undoReason } = about;
  return request(cluster, async (reason) => {
    const targets = ends.map(({ target }) => target);
    const ramp = rampOver === null ? null : { over: rampOver };
    const ended = await consoleClient().drains.end.mutate({ cluster, targets, ramp, passingNeeded, reason });
    undoStore.offer({
      ...{ did: 'return', name },
      undo: () => undoEnd(consoleClient(), { cluster, reason: undoReason(reason) }, ends),
    });
    return ended;
  });
}

function request(
  cluster: string,
  apply: (reason: string, confirm: string | null) => Promise<{ readonly generation: number }>,
): Pick<ChangeRequest, 'cluster' | 'apply'> {
  return {
    cluster,
    apply: async ({ reason, confirm }): Promise<Outcome> => {
      try {
        const { generation } = await apply(reason, confirm);
        return { ok: true, generation, revision: null };
      } catch (error) {
        const problems = errorProblems(error);
        if (problems.length > 0) return { ok: false, problems };
        throw error;
      }
    },
  };
}
