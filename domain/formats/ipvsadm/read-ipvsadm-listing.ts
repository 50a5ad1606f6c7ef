import { asReadFile } from '../as-read-file.ts';
import { assembleDefinition } from '../assemble-definition.ts';
import type { DraftService } from '../draft-service.ts';
import { leftOut, onLine, taken } from '../note.ts';
import type { Note, ReadFile } from '../read-file.ts';
import { readListedDestination } from './read-listed-destination.ts';
import { readListedService } from './read-listed-service.ts';

const heading = /^(IP Virtual Server version|Prot LocalAddress:Port|\s+-> RemoteAddress:Port)/;

/**
 * The definition of a table as `ipvsadm -L` or `ipvsadm -Ln` prints it, such as somebody pastes from a terminal.
 *
 * A listing has no thresholds, no kind of tunnel, and no timeouts; what it has is all taken. The columns of `--stats`,
 * `--rate` and the like have no scheduler, and their lines are left out.
 */
export function readIpvsadmListing(text: string): ReadFile {
  const notes: Note[] = [];
  const services: (DraftService & { destinations: DraftService['destinations'][number][]; lastLine: number })[] = [];
  let current: (typeof services)[number] | null = null;
  for (const [index, content] of text.split(/\r\n|\r|\n/).entries()) {
    const lines = onLine(index + 1);
    if (content.trim() === '') continue;
    if (heading.test(content)) {
      notes.push(taken(lines, content.trim()));
    } else if (/^\s*->/.test(content)) {
      const destination = readListedDestination(content);
      if (!destination.ok) notes.push(leftOut(lines, destination.code, destination.about));
      else if (!current) notes.push(leftOut(lines, 'destination-without-service', content.trim()));
      else {
        current.destinations.push({ ...lines, ...destination.value });
        current.lastLine = lines.line;
      }
    } else {
      const service = readListedService(content.trim());
      current = service.ok ? { ...lines, ...service.value, destinations: [] } : null;
      if (current) services.push(current);
      if (!service.ok) notes.push(leftOut(lines, service.code, service.about));
    }
  }
  return asReadFile('ipvsadm-listing', assembleDefinition(services), notes);
}
