import type { Change } from '../../../domain/definition/change.ts';
import { consoleClient } from '../../lib/console-client.ts';
import type { ChangeRequest } from './change-request.ts';

interface DefinitionChange {
  readonly cluster: string;
  /** The revision that was newest when the form was opened, or that a conflict told of since. */
  readonly base: number;
  /** Made again for each preview, so that it stands on the newest definition. */
  readonly change: () => Change;
  /** A conflict told of a newer revision, and the change is to be looked at on top of it. */
  readonly onRebase?: (revision: number) => void;
  readonly onApplied?: () => void;
}

/** A change of a cluster's definition, to be previewed and applied. */
export function definitionChange(options: DefinitionChange): ChangeRequest {
  const { cluster, change } = options;
  let { base } = options;
  return {
    cluster,
    preview: () => consoleClient().definition.preview.query({ cluster, base, change: change() }),
    apply: async (written) => {
      const outcome = await consoleClient().definition.applyChange.mutate({
        cluster,
        base,
        change: change(),
        ...written,
      });
      if (outcome.ok) options.onApplied?.();
      return outcome;
    },
    rebase: (revision) => {
      base = revision;
      options.onRebase?.(revision);
    },
  };
}
