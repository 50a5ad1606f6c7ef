import type { Definition } from '../../../domain/definition/definition.ts';
import { consoleClient } from '../../lib/console-client.ts';
import type { ReadAnswer } from './read-answer.ts';

/** What a director's kernel has now, as `ipvsadm -S` prints it, with what each line became; null when it isn't known. */
export async function readDirectorTable(director: string, current: Definition): Promise<ReadAnswer | null> {
  const { services, settings } = await consoleClient().view.table.query({ director });
  if (!services) return null;
  const { definitionFromTable } = await import('../../../domain/formats/table/definition-from-table.ts');
  const { definition, notes, source } = definitionFromTable(services, settings, current);
  const isEmpty = definition.services.length === 0;
  return { format: 'table', lines: source.split('\n'), notes, definition: isEmpty ? null : definition };
}
