import type { Definition } from '../../../domain/definition/definition.ts';
import { consoleClient } from '../../lib/console-client.ts';

/** What a cluster's revision says; revision 0 is the empty one before the first. */
export const revisionDefinition = async (cluster: string, number: number): Promise<Definition> =>
  (await consoleClient().revisions.get.query({ cluster, number })).definition;
