import type { ServiceKey } from '../../lvs/service-key.ts';
import { addressOf } from '../address-of.ts';
import { leftOut, onLine, remark } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import { portOf } from '../service-ports.ts';
import { type Statement, statementText, type VirtualBlock } from './statement.ts';

/** Reads the head of a service, `IP:PORT` or a firewall mark, with its `protocol`. Undefined with a fault. */
export function readVirtualKey(
  { head, statements }: VirtualBlock,
  fault: (at: Statement, code: NoteCode) => void,
  notes: Note[],
): ServiceKey | undefined {
  const protocolAt = statements.get('protocol');
  if (/^\d+$/.test(head.value)) {
    if (protocolAt && protocolAt.value !== 'fwm')
      notes.push(leftOut(onLine(protocolAt.line), 'not-in-effect', statementText(protocolAt)));
    return { kind: 'fwmark', fwmark: Number(head.value), family: head.key === 'virtual6' ? 'ipv6' : 'ipv4' };
  }
  const parts = /^(?:\[([^\]]*)\]|([^:]*)):([^:]+)$/.exec(head.value);
  const address = addressOf(parts?.[1] ?? parts?.[2] ?? head.value);
  const port = portOf(parts?.[3] ?? '');
  if (!address.ok) fault(head, address.code);
  else if (port === undefined) fault(head, 'port-unknown');
  else if (address.address.includes(':') !== (head.key === 'virtual6'))
    notes.push(remark(onLine(head.line), 'lax-grammar', statementText(head)));
  const protocol = protocolOf(protocolAt?.value ?? (port === 53 ? 'udp' : 'tcp'));
  if (protocolAt && !protocol) fault(protocolAt, 'protocol-unknown');
  if (!protocolAt)
    notes.push(remark(onLine(head.line), 'default-taken', port === 53 ? 'protocol = udp' : 'protocol = tcp'));
  if (!address.ok || port === undefined || !protocol) return undefined;
  return { kind: 'address', protocol, address: address.address, port };
}

const protocolOf = (text: string): 'TCP' | 'UDP' | undefined =>
  text === 'tcp' ? 'TCP' : text === 'udp' ? 'UDP' : undefined;
