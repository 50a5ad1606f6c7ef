import { takenDestinationText, takenServiceText } from '../taken-text.ts';
import { readKeepalived } from './read-keepalived.ts';

/** Services and their destinations as `ipvsadm -Ln` prints them. */
export function tableOf(text: string): string[] {
  const read = readKeepalived(text);
  if (!read.ok) return [];
  return read.definition.services.flatMap((service) => [
    takenServiceText(service),
    ...service.destinations.map((to) => `  ${takenDestinationText(to)}`),
  ]);
}

/** What was said of lines that were not simply taken. */
export const remarksOf = (text: string): string[] =>
  readKeepalived(text).notes.flatMap((note) =>
    note.kind === 'taken' ? [] : [`${note.line}–${note.lastLine} ${note.code} ${note.about}`],
  );
