import { ipv4PrefixOf } from '../../lvs/netmask.ts';
import { type SchedulerFlag, takesFlags } from '../../lvs/scheduler.ts';
import { familyOfService, type ServiceKey } from '../../lvs/service-key.ts';
import type { DraftService } from '../draft-service.ts';
import { type Lines, leftOut, remark } from '../note.ts';
import type { Note } from '../read-file.ts';
import type { Command } from './parse-command.ts';
import { type ReadRule, refusedRule } from './read-rule.ts';
import { readServiceKey } from './read-service-key.ts';

/** ipvsadm's own default of `-p`: IPVS_SVC_PERSISTENT_TIMEOUT is 6 minutes, though ipvsadm(8) says 300 s. */
const defaultPersistence = 360;

/** The service of an `-A` rule, without destinations. */
export function readRuleService(command: Command, at: Lines): ReadRule<DraftService> {
  const { options } = command;
  const key = readServiceKey(command);
  if (!key.ok) return key;
  const notes: Note[] = [];
  const persistence = readPersistence(command, key.value, at);
  if (!persistence.ok) return persistence;
  const scheduler = options.get('scheduler') ?? 'wlc';
  if (!options.has('scheduler')) notes.push(remark(at, 'default-taken', '-s wlc'));
  const flags = readFlags(options.get('sched-flags'), scheduler, at);
  if (!flags.ok) return flags;
  const engine = options.get('pe') ?? null;
  if (engine !== null && engine !== 'sip') return refusedRule('value-invalid', `--pe ${engine}`);
  return {
    ok: true,
    value: {
      ...at,
      name: null,
      key: key.value,
      scheduler,
      schedulerFlags: flags.value,
      onePacket: options.has('ops'),
      persistence: persistence.value,
      persistenceEngine: engine,
      destinations: [],
    },
    notes: [...notes, ...persistence.notes, ...flags.notes],
  };
}

function readPersistence(
  { options }: Command,
  key: ServiceKey,
  at: Lines,
): ReadRule<NonNullable<DraftService['persistence']> | null> {
  const mask = options.get('netmask');
  const text = options.get('persistent');
  if (text === undefined) {
    // The kernel keeps a mask without persistence and never looks at it.
    const notes = mask === undefined ? [] : [leftOut(at, 'value-missing', `-p (-M ${mask})`)];
    return { ok: true, value: null, notes };
  }
  if (text !== '' && !/^\d{1,10}$/.test(text)) return refusedRule('value-invalid', `-p ${text}`);
  const netmask = mask === undefined ? null : prefixOf(mask, key);
  if (netmask === undefined) return refusedRule('netmask-invalid', mask ?? '');
  const timeout = text === '' ? defaultPersistence : Number(text);
  const notes = text === '' ? [remark(at, 'default-taken', `-p ${defaultPersistence}`)] : [];
  return { ok: true, value: { timeout, netmask }, notes };
}

function prefixOf(mask: string, key: ServiceKey): number | undefined {
  if (familyOfService(key) === 'ipv4') return ipv4PrefixOf(mask);
  return /^\d{1,3}$/.test(mask) ? Number(mask) : undefined;
}

function readFlags(text: string | undefined, scheduler: string, at: Lines): ReadRule<SchedulerFlag[]> {
  if (text === undefined) return { ok: true, value: [], notes: [] };
  // Flags that a scheduler doesn't look at have no effect, and a definition doesn't hold them.
  if (!takesFlags(scheduler)) return { ok: true, value: [], notes: [leftOut(at, 'value-invalid', `-b ${text}`)] };
  const names: Record<string, SchedulerFlag> = {
    [`${scheduler}-fallback`]: 'fallback',
    [`${scheduler}-port`]: 'port',
    'flag-1': 'fallback',
    'flag-2': 'port',
  };
  const flags = text.split(',').map((name) => (Object.hasOwn(names, name) ? names[name] : undefined));
  const known = flags.filter((flag) => flag !== undefined);
  if (known.length < flags.length) return refusedRule('value-invalid', `-b ${text}`);
  return { ok: true, value: [...new Set(known)], notes: [] };
}
