import type { Check } from '../../checks/check.ts';
import type { AddressFamily } from '../../lvs/address.ts';
import { type Protocol, protocols } from '../../lvs/protocol.ts';
import { type SchedulerFlag, schedulers } from '../../lvs/scheduler.ts';
import { parseCheckComment } from '../check-fields.ts';
import { flagOfWord } from '../flag-words.ts';
import { leftOut, taken } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import { parseShoalComment } from '../shoal-comment.ts';
import { type Directive, directiveText, ourComment } from './directive.ts';
import { type Forwarding, parseForwarding } from './forwarding-words.ts';
import { leaveOut, noteOddities } from './leave-out.ts';
import { type Granularity, parseGranularity } from './netmask-words.ts';
import { readCheck } from './read-check.ts';
import { type RealServerBlock, readRealServer } from './read-real-server.ts';

/** What the block of a `virtual_server` says; null where it is silent. */
export interface ServiceOptions {
  name: string | null;
  scheduler: string | null;
  schedulerFlags: SchedulerFlag[];
  onePacket: boolean;
  forwarding: Forwarding | null;
  timeout: number | null;
  granularity: Granularity | null;
  engine: 'sip' | null;
  check: Check | null;
  protocol: Protocol | null;
  family: AddressFamily | null;
  /** Of real servers that have none of their own. */
  weight: number;
  realServers: RealServerBlock[];
  /** The line of each directive that was taken, by its name. */
  lines: Map<string, number>;
}

/** ipvsadm(8)'s, and keepalived's for a bare `persistence_timeout`. */
export const usualPersistence = 360;

/** 31 days, as in `persistenceSchema`. */
const longestPersistence = 2678400;

/** Reads the block of a `virtual_server` in order, as keepalived does; each directive that isn't taken has a note. */
export function readServiceOptions(block: Directive, notes: Note[]): ServiceOptions {
  const options: ServiceOptions = {
    ...{ name: null, scheduler: null, schedulerFlags: [], onePacket: false, forwarding: null, timeout: null },
    ...{
      granularity: null,
      engine: null,
      check: null,
      protocol: null,
      family: null,
      weight: 1,
      realServers: [],
      lines: new Map(),
    },
  };
  const checks = readCheck(block);
  options.check = checks.check;
  notes.push(...checks.notes);
  for (const directive of block.body ?? []) {
    if (checks.used.has(directive)) continue;
    if (directive.name === 'real_server') {
      const server = readRealServer(directive, checks.used, notes);
      if (server) options.realServers.push(server);
      continue;
    }
    if (directive.name === ourComment) {
      readOurComment(directive, options, notes);
      continue;
    }
    const refusal = readOption(directive, options);
    if (refusal === 'not-an-option') leaveOut(directive, notes);
    else {
      if (refusal) notes.push(leftOut(directive, refusal, directiveText(directive)));
      noteOddities(directive, options.lines, notes);
    }
  }
  return options;
}

/** The name of the service; its check was read already. */
function readOurComment(directive: Directive, options: ServiceOptions, notes: Note[]): void {
  const text = directive.words[0] ?? '';
  const comment = parseShoalComment(text);
  const name = comment?.subject === 'service' ? comment.fields.name : undefined;
  const isCheck = comment?.subject === 'check' && parseCheckComment(comment.fields) !== undefined;
  if (name) options.name = name;
  notes.push(name || isCheck ? taken(directive, text.trim()) : leftOut(directive, 'value-invalid', text));
}

/** Takes one directive; why it can't be, or null. */
function readOption({ name, words }: Directive, options: ServiceOptions): NoteCode | 'not-an-option' | null {
  const [word = ''] = words;
  const number = /^\d{1,15}$/.test(word) ? Number(word) : undefined;
  switch (name) {
    case 'lb_algo':
    case 'lvs_sched':
      if (!(schedulers as readonly string[]).includes(word)) return word ? 'scheduler-unknown' : 'value-missing';
      options.scheduler = word;
      return null;
    case 'lb_kind':
    case 'lvs_method':
      options.forwarding = parseForwarding(words) ?? options.forwarding;
      return parseForwarding(words) ? null : 'forwarding-unknown';
    case 'protocol': {
      const protocol = protocols.find((one) => one === word.toUpperCase());
      options.protocol = protocol ?? options.protocol;
      return protocol ? null : 'protocol-unknown';
    }
    case 'persistence_timeout':
      if (word !== '' && !(number && number <= longestPersistence)) return 'timeout-out-of-range';
      options.timeout = number ?? usualPersistence;
      return null;
    case 'persistence_granularity':
      options.granularity = parseGranularity(word) ?? options.granularity;
      return parseGranularity(word) ? null : 'netmask-invalid';
    case 'persistence_engine':
      options.engine = word === 'sip' ? word : options.engine;
      return word === 'sip' ? null : 'value-invalid';
    case 'ip_family':
      if (word !== 'inet' && word !== 'inet6') return 'value-invalid';
      options.family = word === 'inet6' ? 'ipv6' : 'ipv4';
      return null;
    case 'weight':
      options.weight = number ?? options.weight;
      return number === undefined ? 'value-invalid' : null;
    case 'ops':
      options.onePacket = true;
      return null;
    case 'snmp_name':
      options.name ??= word || null;
      return null;
    default:
      return readFlag(name, options);
  }
}

/** A flag counts for the scheduler above it, as keepalived has it. */
function readFlag(name: string, options: ServiceOptions): NoteCode | 'not-an-option' | null {
  const flag = flagOfWord(name);
  if (!flag) return 'not-an-option';
  const scheduler = name.startsWith('flag') ? null : name.slice(0, 2);
  if (scheduler && scheduler !== options.scheduler) return 'not-in-effect';
  if (!options.schedulerFlags.includes(flag)) options.schedulerFlags.push(flag);
  return null;
}
