import type { DrainTarget } from '../../../domain/overlay/overlay.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { errorProblems } from '../../lib/error-code.ts';
import type { ChangeRequest } from '../change/change-request.ts';

export type DrainAction = 'drain' | 'return';

/** A drain or its end, to be previewed and applied like any other change. */
export function drainRequest(cluster: string, targets: DrainTarget[], action: DrainAction): ChangeRequest {
  return {
    cluster,
    preview: () => consoleClient().drains.preview.query({ cluster, targets, action }),
    apply: async ({ reason, confirm }) => {
      const { drains } = consoleClient();
      try {
        const { generation } =
          action === 'drain'
            ? await drains.start.mutate({ cluster, targets, reason, confirm })
            : await drains.end.mutate({ cluster, targets, reason });
        return { ok: true, generation, revision: null };
      } catch (error) {
        const problems = errorProblems(error);
        if (problems.length > 0) return { ok: false, problems };
        throw error;
      }
    },
  };
}
