import { type AddressFamily, socketText } from '../../lvs/address.ts';
import { ipv4PrefixOf } from '../../lvs/netmask.ts';
import { familyOfService, type ServiceKey } from '../../lvs/service-key.ts';
import type { DraftDestination, DraftService } from '../draft-service.ts';
import { leftOut, onLine, remark } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import { fateInVirtual } from './directives.ts';
import { readCheck } from './read-check.ts';
import { readReal } from './read-real.ts';
import { readVirtualKey } from './read-virtual-key.ts';
import { type Statement, statementText, type VirtualBlock } from './statement.ts';

/** How many destinations more a file may have. */
export interface Room {
  destinations: number;
}

/** Reads `virtual = …` with its lines. Null, with the reason among the notes, if a value can't be. */
export function readVirtual(
  block: VirtualBlock,
  file: { readonly globals: ReadonlyMap<string, Statement>; readonly used: Set<Statement> },
  room: Room,
  notes: Note[],
): DraftService | null {
  const faults: Note[] = [];
  const own: Note[] = [];
  const fault = (at: Statement, code: NoteCode) => {
    faults.push(leftOut(onLine(at.line), code, statementText(at)));
  };
  const key = readVirtualKey(block, fault, own);
  const { check, used } = key ? readCheck(block, key, file.globals) : { check: null, used: new Set<Statement>() };
  for (const statement of used) file.used.add(statement);
  for (const at of block.statements.values()) {
    if (used.has(at)) continue;
    const fate = fateInVirtual(at.key);
    if (fate !== 'read') own.push(leftOut(onLine(at.line), fate, statementText(at)));
  }
  const persistence = key && readPersistence(block, familyOfService(key), fault, own);
  const onePacket = key && readOnePacket(block, key, fault, own);
  const scheduler = block.statements.get('scheduler')?.value ?? 'wrr';
  if (!block.statements.has('scheduler')) own.push(remark(onLine(block.line), 'default-taken', 'scheduler = wrr'));
  if (faults.length > 0 || !key) {
    // What would be worth knowing is not, of what isn't taken.
    const lost = own.filter((note) => note.kind === 'left-out');
    notes.push(leftOut(block, 'has-faults', statementText(block.head)), ...faults, ...lost);
    return null;
  }
  notes.push(...own);
  const destinations = readReals(block, key, room, notes);
  const name = block.statements.get('servicename')?.value ?? null;
  const { line, lastLine } = block;
  return {
    line,
    lastLine,
    name,
    key,
    scheduler,
    onePacket: onePacket ?? false,
    persistence,
    check,
    destinations,
  };
}

type Fault = (at: Statement, code: NoteCode) => void;

/** Seconds as ipvsadm(8) takes them. A netmask counts only with them. */
function readPersistence(
  block: VirtualBlock,
  family: AddressFamily,
  fault: Fault,
  notes: Note[],
): DraftService['persistence'] {
  const maskAt = block.statements.get('netmask');
  const netmask = maskAt ? prefixOf(maskAt.value, family) : null;
  if (maskAt && netmask === undefined) fault(maskAt, 'netmask-invalid');
  const at = block.statements.get('persistent');
  if (!at) {
    if (maskAt) notes.push(leftOut(onLine(maskAt.line), 'not-in-effect', statementText(maskAt)));
    return null;
  }
  if (!/^\d{1,15}$/.test(at.value)) fault(at, 'value-invalid');
  return { timeout: Number(at.value), netmask: netmask ?? null };
}

const prefixOf = (text: string, family: AddressFamily): number | undefined => {
  if (family === 'ipv4') return ipv4PrefixOf(text);
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
};

/** ldirectord hands `ops` on for UDP only (`ld_setup`). */
function readOnePacket(block: VirtualBlock, key: ServiceKey, fault: Fault, notes: Note[]): boolean {
  const at = block.statements.get('ops');
  if (!at || at.value === 'no') return false;
  const isUdp = key.kind === 'address' && key.protocol === 'UDP';
  if (at.value !== 'yes') fault(at, 'value-invalid');
  else if (!isUdp) notes.push(leftOut(onLine(at.line), 'not-in-effect', statementText(at)));
  return isUdp;
}

function readReals(block: VirtualBlock, key: ServiceKey, room: Room, notes: Note[]): DraftDestination[] {
  const isOff = block.statements.get('checktype')?.value === 'off';
  return block.reals.flatMap((statement) => {
    const isFamilysKey = (statement.key === 'real6') === (familyOfService(key) === 'ipv6');
    if (!isFamilysKey) notes.push(remark(onLine(statement.line), 'lax-grammar', statementText(statement)));
    // With `checktype=off` ldirectord puts no server into the table.
    if (isOff) {
      notes.push(leftOut(onLine(statement.line), 'inactive', statementText(statement)));
      return [];
    }
    if (room.destinations <= 0) {
      notes.push(leftOut(onLine(statement.line), 'too-many', statementText(statement)));
      return [];
    }
    const real = readReal(statement);
    for (const note of real.notes) notes.push(note);
    room.destinations -= real.destinations.length;
    return real.destinations.map((to) => ({ ...to, port: portIn(key, to, notes) }));
  });
}

/** Without masquerading ipvsadm(8) makes every port the service's; without a port masquerading keeps the packet's. */
function portIn(key: ServiceKey, to: Omit<DraftDestination, 'port'> & { port: number | null }, notes: Note[]): number {
  if (key.kind === 'fwmark' || to.forwarding === 'masquerading') return to.port ?? 0;
  if (to.port !== null && to.port !== key.port)
    notes.push(remark(onLine(to.line), 'port-of-service', `${socketText(to.address, to.port)} → ${key.port}`));
  return key.port;
}
