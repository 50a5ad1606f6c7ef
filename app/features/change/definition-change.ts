import type { Change } from '../../../domain/definition/change.ts';
import { consoleClient } from '../../lib/console-client.ts';
import type { ChangeRequest } from './change-request.ts';

interface DefinitionChange {
  readonly cluster: string;
  /** The revision that was newest when the form was opened. */
  readonly base: number;
  /** Made again for each preview, so that it stands on the newest definition. */
  readonly change: () => Change;
}

/** A change of a cluster's definition, to be previewed and applied. */
export function definitionChange({ cluster, base: openedOn, change }: DefinitionChange): ChangeRequest {
  let base = openedOn;
  return {
    cluster,
    preview: () => consoleClient().definition.preview.query({ cluster, base, change: change() }),
    apply: (written) => consoleClient().definition.applyChange.mutate({ cluster, base, change: change(), ...written }),
    rebase: (revision) => {
      base = revision;
    },
  };
}
