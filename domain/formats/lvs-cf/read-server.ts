import type { Address } from '../../lvs/address.ts';
import { addressOf } from '../address-of.ts';
import type { DraftDestination } from '../draft-service.ts';
import { leftOut } from '../note.ts';
import type { Note } from '../read-file.ts';
import { BlockReader } from './block-reader.ts';
import { type Block, blockText } from './statement.ts';

/** A server's block as a destination; how it is forwarded, the file says once for all. */
export type ServerDraft = Omit<DraftDestination, 'forwarding'>;

/**
 * Reads `server NAME { … }`. Null, with the reason among the notes, if it is switched off, cut, or has a value that
 * can't be. A server without a port of its own has `servicePort`.
 */
export function readServer(block: Block, servicePort: number, notes: Note[]): ServerDraft | null {
  const reader = new BlockReader(block);
  const active = reader.isActive();
  const address = readAddress(reader);
  const numbers = { weight: reader.number('weight', 1), port: reader.port('port', servicePort) };
  reader.leaveOutTheRest('server');
  for (const note of reader.notes) notes.push(note);
  const leaveOut = (code: 'block-not-closed' | 'inactive' | 'value-missing', about = blockText(block)): null => {
    notes.push(leftOut(block, code, about));
    return null;
  };
  // Its last line may be half of what stood there, and still look whole.
  if (!block.closed) return leaveOut('block-not-closed');
  if (reader.hasFaults) return null;
  if (!active) return leaveOut('inactive');
  if (!address) return leaveOut('value-missing', `${blockText(block)}: address`);
  return { line: block.line, lastLine: block.lastLine, serverName: block.name, address, ...numbers };
}

function readAddress(reader: BlockReader): Address | undefined {
  const at = reader.get('address');
  const word = reader.word('address');
  if (!at || word === undefined) return undefined;
  const parsed = addressOf(word);
  if (parsed.ok) return parsed.address;
  reader.fault(at, parsed.code);
  return undefined;
}
