import { socketText } from '../../lvs/address.ts';
import type { ForwardingMethod } from '../../lvs/forwarding-method.ts';
import { ipv4PrefixOf } from '../../lvs/netmask.ts';
import type { ServiceKey } from '../../lvs/service-key.ts';
import type { DraftDestination, DraftService } from '../draft-service.ts';
import { leftOut, onLine, remark } from '../note.ts';
import type { Note } from '../read-file.ts';
import { BlockReader } from './block-reader.ts';
import { readServer } from './read-server.ts';
import { readVirtualKey } from './read-virtual-key.ts';
import { type Block, blockText } from './statement.ts';

/**
 * Reads `virtual NAME { … }` with its servers. Null, with the reason among the notes, if it is switched off or has a
 * value that can't be.
 *
 * `forwarding` is the file's one method; null if the file names one that there isn't, and then no server can be taken.
 */
export function readVirtual(block: Block, forwarding: ForwardingMethod | null, notes: Note[]): DraftService | null {
  const reader = new BlockReader(block);
  const active = reader.isActive();
  const { key, port } = readVirtualKey(reader, forwarding);
  const scheduler = reader.word('scheduler') ?? 'wlc';
  if (!reader.get('scheduler')) reader.takeDefault('scheduler = wlc');
  const persistence = readPersistence(reader);
  reader.leaveOutTheRest('virtual');
  if (!reader.hasFaults && !active) {
    notes.push(leftOut(block, 'inactive', blockText(block)));
    if (!key) notes.push(leftOut(block, 'service-without-address', blockText(block)));
    notes.push(...reader.leftOutNotes);
    return null;
  }
  for (const note of reader.notes) notes.push(note);
  if (!block.closed) notes.push(remark(onLine(block.line), 'block-not-closed', blockText(block)));
  if (reader.hasFaults) return null;
  if (!key) {
    notes.push(leftOut(block, 'service-without-address', blockText(block)));
    return null;
  }
  const destinations = readServers(block, port, forwarding, notes).map((to) => withServicesPort(to, key, notes));
  return { line: block.line, lastLine: block.lastLine, name: block.name, key, scheduler, persistence, destinations };
}

function readServers(
  block: Block,
  servicePort: number,
  forwarding: ForwardingMethod | null,
  notes: Note[],
): DraftDestination[] {
  return block.blocks.flatMap((inner) => {
    const server = readServer(inner, servicePort, notes);
    if (!server) return [];
    if (forwarding) return [{ ...server, forwarding }];
    notes.push(leftOut(inner, 'forwarding-unknown', blockText(inner)));
    return [];
  });
}

/** Without masquerading ipvsadm(8), which Piranha runs, makes every port the service's. */
function withServicesPort(to: DraftDestination, key: ServiceKey, notes: Note[]): DraftDestination {
  if (key.kind === 'fwmark' || to.forwarding === 'masquerading' || to.port === key.port) return to;
  notes.push(remark(to, 'port-of-service', `${socketText(to.address, to.port)} → ${key.port}`));
  return { ...to, port: key.port };
}

/** `persistent` 0 is none. `pmask` 255.255.255.255 is what counts without it. */
function readPersistence(reader: BlockReader): DraftService['persistence'] {
  const timeout = reader.number('persistent', 0);
  const at = reader.get('pmask');
  const word = reader.word('pmask');
  const netmask = word === undefined ? null : (ipv4PrefixOf(word) ?? null);
  if (at && word !== undefined && netmask === null) reader.fault(at, 'netmask-invalid');
  if (timeout !== 0) return { timeout, netmask };
  if (at && netmask !== null && netmask !== 32) reader.leaveOut(at, 'not-in-effect');
  return null;
}
