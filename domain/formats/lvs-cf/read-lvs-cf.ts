import { longestTimeout, noSettings, type Settings } from '../../definition/settings.ts';
import type { ForwardingMethod } from '../../lvs/forwarding-method.ts';
import { asReadFile } from '../as-read-file.ts';
import { assembleDefinition } from '../assemble-definition.ts';
import { leftOut, onLine, taken, wholeFile } from '../note.ts';
import type { Note, ReadFile } from '../read-file.ts';
import { tooLong } from '../too-long.ts';
import { BlockReader } from './block-reader.ts';
import { parseBlocks } from './parse-blocks.ts';
import { readVirtual } from './read-virtual.ts';
import { assignmentText, type Block, blockText } from './statement.ts';

/** Reads Piranha's lvs.cf: what its daemons would make of it (lvsconfig.c, lvsd.c), with a note for everything else. */
export function readLvsCf(text: string): ReadFile {
  const refused = tooLong('lvs-cf', text);
  if (refused) return refused;
  const { file, notes: grammar } = parseBlocks(text);
  const notes: Note[] = [...grammar];
  const reader = new BlockReader(file);
  const forwarding = readNetwork(reader, file, notes);
  const settings = readTimeouts(reader, notes);
  const balances = readService(reader, notes);
  const drafts = file.blocks.flatMap((block) => {
    if (block.kind === 'failover') notes.push(leftOut(block, 'no-failover-pair', blockText(block)));
    else if (!balances) notes.push(leftOut(block, 'not-in-effect', blockText(block)));
    else return readVirtual(block, forwarding, notes) ?? [];
    return [];
  });
  reader.leaveOutTheRest('file');
  return asReadFile('lvs-cf', assembleDefinition(drafts, settings), notes.concat(reader.notes));
}

const methods: Readonly<Record<string, ForwardingMethod>> = {
  direct: 'direct-routing',
  nat: 'masquerading',
  tunnel: 'tunneling',
};

/** The one forwarding method that holds for the whole file; nat where it is silent. Null for one that there isn't. */
function readNetwork(reader: BlockReader, file: Block, notes: Note[]): ForwardingMethod | null {
  const at = reader.get('network');
  if (!at) {
    if (file.blocks.length > 0) reader.takeDefault('network = nat', wholeFile);
    return 'masquerading';
  }
  const [word = '', ...more] = at.values;
  const method = more.length === 0 && Object.hasOwn(methods, word) ? methods[word] : undefined;
  notes.push(
    method ? taken(onLine(at.line), method) : leftOut(onLine(at.line), 'forwarding-unknown', assignmentText(at)),
  );
  return method ?? null;
}

/** Whether the file has its virtual blocks in use: with `service = fos` only the failover ones are. */
function readService(reader: BlockReader, notes: Note[]): boolean {
  const at = reader.get('service');
  if (!at) return true;
  const text = assignmentText(at);
  if (text === 'service = lvs') notes.push(taken(onLine(at.line), text));
  else notes.push(leftOut(onLine(at.line), text === 'service = fos' ? 'no-failover-pair' : 'value-invalid', text));
  return text !== 'service = fos';
}

/** What `ipvsadm --set` would be given; 0 leaves what the kernel has. */
function readTimeouts(reader: BlockReader, notes: Note[]): Settings {
  const read = (name: 'tcp' | 'tcpfin' | 'udp'): number | null => {
    const at = reader.get(`${name}_timeout`);
    if (!at) return null;
    const text = at.values.join(' ');
    const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (seconds <= longestTimeout) notes.push(taken(onLine(at.line), setText(name, seconds)));
    else notes.push(leftOut(onLine(at.line), 'timeout-out-of-range', assignmentText(at)));
    return seconds > 0 && seconds <= longestTimeout ? seconds : null;
  };
  return { ...noSettings, timeouts: { tcp: read('tcp'), tcpfin: read('tcpfin'), udp: read('udp') } };
}

/** `ipvsadm --set 900 0 0`, with 0 for what stays. */
const setText = (name: 'tcp' | 'tcpfin' | 'udp', seconds: number): string =>
  `ipvsadm --set ${(['tcp', 'tcpfin', 'udp'] as const).map((one) => (one === name ? seconds : 0)).join(' ')}`;
