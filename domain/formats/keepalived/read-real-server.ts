import type { Address } from '../../lvs/address.ts';
import { addressOf } from '../address-of.ts';
import { type Lines, leftOut, onLine, taken } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import { portOf } from '../service-ports.ts';
import { shoalCommentText } from '../shoal-comment.ts';
import { type Directive, directiveText, ourComment } from './directive.ts';
import { type Forwarding, parseForwarding } from './forwarding-words.ts';
import { leaveOut, noteOddities } from './leave-out.ts';

/** A `real_server` block; what is null stands in the virtual_server, or is keepalived's default. */
export interface RealServerBlock extends Lines {
  readonly name: string | null;
  readonly address: Address;
  readonly port: number | null;
  readonly forwarding: Forwarding | null;
  readonly weight: number | null;
  readonly upperThreshold: number;
  readonly lowerThreshold: number;
  /** An export of ours says that the port is 0, whatever keepalived makes of that. */
  readonly isAnyPort: boolean;
}

/**
 * Reads one `real_server` block but for what was taken of it already; null, and a note, if its address or port is none.
 * Notes what is left out of it.
 */
export function readRealServer(block: Directive, used: ReadonlySet<Directive>, notes: Note[]): RealServerBlock | null {
  const [host = '', portWord] = block.words;
  const address = addressOf(host);
  const port = portWord === undefined ? null : portOf(portWord);
  const refuse = (code: NoteCode, about: string) => void notes.push(leftOut(block, code, about));
  if (host === '') refuse('value-missing', directiveText(block));
  else if (!address.ok) refuse(address.code, address.about);
  else if (port === undefined) refuse('port-unknown', portWord ?? '');
  if (!address.ok || port === undefined) return null;
  return {
    ...readBody(block, used, notes),
    address: address.address,
    port,
    line: block.line,
    lastLine: block.lastLine,
  };
}

const anyPort = shoalCommentText({ subject: 'destination', fields: { port: '0' } });

type Body = Omit<RealServerBlock, 'address' | 'port' | keyof Lines>;

function readBody(block: Directive, used: ReadonlySet<Directive>, notes: Note[]): Body {
  const read: { -readonly [Field in keyof Body]: Body[Field] } = {
    ...{ name: null, forwarding: null, weight: null, isAnyPort: false },
    ...{ upperThreshold: 0, lowerThreshold: 0 },
  };
  const seen = new Map<string, number>();
  for (const directive of block.body ?? []) {
    if (used.has(directive)) continue;
    const refuse = (code: NoteCode) => void notes.push(leftOut(directive, code, directiveText(directive)));
    const number = numberOf(directive.words[0]);
    switch (directive.name) {
      case 'weight':
        if (number === undefined) refuse('value-invalid');
        else read.weight = number;
        break;
      case 'uthreshold':
      case 'lthreshold':
        if (number === undefined || number > 0xffffffff) refuse('value-invalid');
        else read[directive.name === 'uthreshold' ? 'upperThreshold' : 'lowerThreshold'] = number;
        break;
      case 'lvs_method': {
        const forwarding = parseForwarding(directive.words);
        if (forwarding) read.forwarding = forwarding;
        else refuse('forwarding-unknown');
        break;
      }
      case ourComment: {
        const text = (directive.words[0] ?? '').trim();
        read.isAnyPort = text === anyPort;
        notes.push(read.isAnyPort ? taken(directive, text) : leftOut(directive, 'value-invalid', text));
        continue;
      }
      case 'snmp_name':
        read.name = directive.words[0] ?? null;
        break;
      default:
        leaveOut(directive, notes);
        continue;
    }
    noteOddities(directive, seen, notes);
  }
  if (read.lowerThreshold > read.upperThreshold) {
    notes.push(
      leftOut(onLine(seen.get('lthreshold') ?? block.line), 'refused-by-definition', 'threshold-lower-above-upper'),
    );
    read.lowerThreshold = 0;
  }
  return read;
}

/** A whole number as keepalived reads it; undefined for other words. */
const numberOf = (word = ''): number | undefined => (/^\d{1,15}$/.test(word) ? Number(word) : undefined);
