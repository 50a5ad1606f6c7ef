import { applyChange, type Changed } from '../../../domain/definition/change.ts';
import { type ServiceKeyText, serviceKeyText } from '../../../domain/lvs/service-key.ts';
import type { AskedChange } from '../../../domain/revision/asked-change.ts';
import { consoleClient } from '../../lib/console-client.ts';
import type { ChangeRequest } from './change-request.ts';
import { newerRevision } from './newer-revision.ts';
import { revisionDefinition } from './revision-definition.ts';

interface DefinitionChange {
  readonly cluster: string;
  /** The revision that was newest when the form was opened. */
  readonly base: number;
  /** Made again for each preview, so that it stands on the newest definition. */
  readonly change: () => AskedChange;
  /** An edited service comes with the destinations that it has by now, and changes none of them. */
  readonly keepsDestinations?: boolean;
  readonly onApplied?: () => void;
  /** It was put into a draft. */
  readonly onKept?: () => void;
}

/**
 * A change of a cluster's definition, to be previewed and applied.
 *
 * Once it was merged with a newer revision, it is the merged definition on that revision. The form keeps the base on
 * which it was opened: going back to it and applying again meets the same conflict again, and loses nothing.
 */
export function definitionChange(options: DefinitionChange): ChangeRequest {
  const { cluster, onKept, keepsDestinations = false } = options;
  let asked: Pick<DefinitionChange, 'base' | 'change'> = options;
  return {
    cluster,
    takesFirst: true,
    preview: async () => {
      const preview = await consoleClient().definition.preview.query({
        cluster,
        base: asked.base,
        change: asked.change(),
      });
      if (preview.ok) return preview;
      // What is wrong may be what somebody else took away: then both changes are to be seen.
      const conflict = await newerRevision(cluster, asked.base);
      if (!conflict || !(await changedOn(cluster, asked.base, asked.change(), keepsDestinations)).ok) return preview;
      return { ok: false, conflict };
    },
    apply: async (written) => {
      const { base, change } = asked;
      const { applyChange: apply } = consoleClient().definition;
      const outcome = await apply.mutate({ cluster, base, change: change(), ...written });
      if (outcome.ok) options.onApplied?.();
      return outcome;
    },
    merging: {
      sides: async (newest) => {
        const { base } = asked;
        const mine = await changedOn(cluster, base, asked.change(), keepsDestinations);
        if (!mine.ok) throw new Error(`the change does not fit revision ${base}, on which it was made`);
        return {
          base: { revision: base, definition: await revisionDefinition(cluster, base) },
          mine: mine.definition,
          theirs: { revision: newest, definition: await revisionDefinition(cluster, newest) },
        };
      },
      take: async (revision, definition) => {
        asked = { base: revision, change: () => ({ kind: 'replace', definition }) };
      },
    },
    replaying: async () => {
      const { base, change } = asked;
      const key = serviceOf(change());
      if (!key) return null;
      const after = await changedOn(cluster, base, change(), keepsDestinations);
      if (!after.ok) return null;
      const before = await revisionDefinition(cluster, base);
      const [was, becomes] = [before, after.definition].map((one) =>
        one.services.find((service) => serviceKeyText(service.key) === key),
      );
      return was && becomes ? { before: was, after: becomes } : null;
    },
    keeping: {
      change: () => ({ base: asked.base, change: asked.change() }),
      ...(onKept ? { onKept } : {}),
    },
  };
}

/** The virtual service that a change is about; null where it is about more, or about what nobody comes to yet. */
function serviceOf(change: AskedChange): ServiceKeyText | null {
  switch (change.kind) {
    case 'edit-service':
      return change.key;
    case 'add-destination':
    case 'edit-destination':
    case 'remove-destination':
      return change.service;
    default:
      return null;
  }
}

/** What a revision says after a change. */
async function changedOn(
  cluster: string,
  base: number,
  change: AskedChange,
  keepsDestinations: boolean,
): Promise<Changed> {
  if (change.kind === 'go-back') return { ok: true, definition: await revisionDefinition(cluster, change.revision) };
  const before = await revisionDefinition(cluster, base);
  if (change.kind !== 'edit-service' || !keepsDestinations) return applyChange(before, change);
  // Otherwise what somebody else did to its destinations would look like one's own change.
  const was = before.services.find(({ key }) => serviceKeyText(key) === change.key);
  const service = { ...change.service, destinations: was?.destinations ?? change.service.destinations };
  return applyChange(before, { ...change, service });
}
