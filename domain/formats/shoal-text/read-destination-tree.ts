import { parseAddress } from '../../lvs/address.ts';
import { type DestinationKey, parseDestinationKey } from '../../lvs/destination-key.ts';
import { forwardingMethods } from '../../lvs/forwarding-method.ts';
import type { ServiceKey } from '../../lvs/service-key.ts';
import { type Tunnel, tunnelChecksums } from '../../lvs/table.ts';
import type { DraftDestination } from '../draft-service.ts';
import { leftOut } from '../note.ts';
import type { Note } from '../read-file.ts';
import { FieldReader, fieldsOf } from './fields-of.ts';
import type { TextField, TextTree } from './text-tree.ts';

const known = ['key', 'forwarding', 'weight', 'upperThreshold', 'lowerThreshold', 'tunnel'];

/**
 * A destination as a text has it; undefined, with notes, where it can't be told.
 *
 * Without a port it has the service's; without more, direct routing and weight 1, as for `ipvsadm -a`.
 */
export function readDestinationTree(tree: TextTree, service: ServiceKey, notes: Note[]): DraftDestination | undefined {
  const fields = fieldsOf(tree, known, notes);
  if (!fields) return undefined;
  const reader = new FieldReader(fields, notes);
  const field = fields.get('key');
  if (!field) notes.push(leftOut(tree, 'value-missing', 'key'));
  const key = field && parseKey(reader.text('key') ?? '', service);
  if (field && !key && !reader.hasFailed) reader.fail(field, 'address-invalid');
  const destination = {
    forwarding: reader.oneOf('forwarding', forwardingMethods, 'forwarding-unknown') ?? 'direct-routing',
    weight: reader.count('weight') ?? 1,
    upperThreshold: reader.count('upperThreshold') ?? 0,
    lowerThreshold: reader.count('lowerThreshold') ?? 0,
    tunnel: readTunnel(fields.get('tunnel'), reader, notes),
  };
  if (!key || reader.hasFailed) return undefined;
  return { line: tree.line, lastLine: tree.lastLine, serverName: null, ...key, ...destination };
}

function parseKey(text: string, service: ServiceKey): DestinationKey | undefined {
  const bare = parseAddress(text);
  if (bare.ok) return { address: bare.value, port: service.kind === 'address' ? service.port : 0 };
  const key = parseDestinationKey(text);
  return key.ok ? key.value : undefined;
}

function readTunnel(field: TextField | undefined, reader: FieldReader, notes: Note[]): Tunnel | null {
  if (!field) return null;
  const fields = fieldsOf(field.value, ['type', 'port', 'checksum'], notes);
  const parts = new FieldReader(fields ?? new Map(), notes);
  const type = parts.oneOf('type', ['ipip', 'gue', 'gre'] as const);
  const port = parts.count('port');
  const checksum = parts.oneOf('checksum', tunnelChecksums) ?? 'nocsum';
  if (!parts.hasFailed) {
    if (type === 'ipip') return { type };
    if (type === 'gue' && port !== undefined) return { type, port, checksum };
    if (type === 'gre' && checksum !== 'remcsum') return { type, checksum };
  }
  return reader.fail(field) ?? null;
}
