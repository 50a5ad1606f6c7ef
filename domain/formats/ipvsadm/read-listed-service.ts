import { ipv4PrefixOf } from '../../lvs/netmask.ts';
import type { SchedulerFlag } from '../../lvs/scheduler.ts';
import type { ServiceKey } from '../../lvs/service-key.ts';
import type { DraftService } from '../draft-service.ts';
import { flagOfWord } from '../flag-words.ts';
import type { Refusal } from '../refusals.ts';
import { parseSocketArgument } from './socket-argument.ts';

/** What a service's line says, apart from its place in the file. */
type ListedService = Omit<DraftService, 'line' | 'lastLine' | 'destinations'>;

type Refused = { readonly ok: false } & Refusal;
type Listed = { readonly ok: true; readonly value: ListedService } | Refused;

const refused = (code: Refusal['code'], about: string): Refused => ({ ok: false, code, about });

/** What a line such as `TCP  10.0.0.4:80 wrr persistent 300 mask 255.255.255.0 ops (sh-port)` says. */
export function readListedService(line: string): Listed {
  const words = line.split(/\s+/);
  const key = takeKey(words, line);
  if (!key.ok) return key;
  const scheduler = words.shift() ?? '';
  // The columns of --stats and the like stand where the scheduler does.
  if (!/^[a-z]/i.test(scheduler)) return refused('not-a-rule', line);
  let timeout: number | null = null;
  let netmask: number | null = null;
  let onePacket = false;
  let persistenceEngine: 'sip' | null = null;
  let schedulerFlags: readonly SchedulerFlag[] = [];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const value = words[0] ?? '';
    if (word === 'ops') onePacket = true;
    else if (word === 'persistent' && /^\d{1,10}$/.test(value)) timeout = Number(words.shift());
    else if (word === 'mask' && prefixOf(value) !== null) netmask = prefixOf(words.shift() ?? '');
    else if (word === 'pe' && value === 'sip') persistenceEngine = words.shift() === 'sip' ? 'sip' : null;
    else if (flagsOf(word)) schedulerFlags = flagsOf(word) ?? [];
    else return refused('syntax', line);
  }
  const persistence = timeout === null ? null : { timeout, netmask };
  return {
    ok: true,
    value: { name: null, key: key.value, scheduler, schedulerFlags, onePacket, persistence, persistenceEngine },
  };
}

/** Takes the words that name the service. */
function takeKey(words: string[], line: string): { readonly ok: true; readonly value: ServiceKey } | Refused {
  const kind = words.shift();
  const name = words.shift() ?? '';
  if (kind === 'FWM') {
    const fwmark = /^\d{1,10}$/.test(name) ? Number(name) : 0;
    if (fwmark < 1 || fwmark > 0xffffffff) return refused('fwmark-out-of-range', line);
    const ipv6 = words[0] === 'IPv6';
    if (ipv6) words.shift();
    return { ok: true, value: { kind: 'fwmark', fwmark, family: ipv6 ? 'ipv6' : 'ipv4' } };
  }
  if (kind !== 'TCP' && kind !== 'UDP' && kind !== 'SCTP') return refused('syntax', line);
  const socket = parseSocketArgument(name);
  if (!socket.ok) return socket;
  const { address, port } = socket;
  return { ok: true, value: { kind: 'address', protocol: kind, address, port: port ?? 0 } };
}

/** `255.255.255.0` or, for IPv6, `64`. */
function prefixOf(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  return ipv4PrefixOf(text) ?? null;
}

function flagsOf(word: string): readonly SchedulerFlag[] | null {
  const inside = /^\(([^)]*)\)$/.exec(word)?.[1];
  const named = inside?.split(',').map(flagOfWord);
  return named?.every((flag) => flag !== undefined) ? (named as SchedulerFlag[]) : null;
}
