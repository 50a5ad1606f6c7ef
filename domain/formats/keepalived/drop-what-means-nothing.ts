import { takesFlags } from '../../lvs/scheduler.ts';
import { familyOfService, type ServiceKey } from '../../lvs/service-key.ts';
import { leftOut, onLine } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import type { ServiceOptions } from './read-service-options.ts';

/**
 * The options without those that keepalived or the kernel passes over for such a service, and a note for each: flags of
 * another scheduler, one-packet and sip of what isn't UDP, the netmask of the other family.
 *
 * A definition would refuse the whole service for them.
 */
export function dropWhatMeansNothing(
  options: ServiceOptions,
  keys: readonly ServiceKey[],
  isPersistent: boolean,
  notes: Note[],
): ServiceOptions {
  const kept = { ...options };
  const drop = (names: readonly string[], code: NoteCode, about: string) => {
    const line = Math.max(0, ...names.map((name) => options.lines.get(name) ?? 0));
    notes.push(leftOut(onLine(line), code, about));
  };
  if (kept.schedulerFlags.length > 0 && !takesFlags(kept.scheduler ?? '')) {
    drop(['flag-1', 'flag-2', ...prefixed('sh'), ...prefixed('mh')], 'refused-by-definition', 'flags-need-sh-or-mh');
    kept.schedulerFlags = [];
  }
  if (kept.protocol && keys.every((key) => key.kind === 'fwmark'))
    drop(['protocol'], 'not-in-effect', `protocol ${kept.protocol}`);
  const isUdp = keys.every((key) => key.kind === 'fwmark' || key.protocol === 'UDP');
  if (kept.onePacket && !isUdp) {
    drop(['ops'], 'refused-by-definition', 'one-packet-needs-udp');
    kept.onePacket = false;
  }
  if (kept.engine && !(isUdp && isPersistent)) {
    const why = isUdp ? 'engine-needs-persistence' : 'engine-needs-udp';
    drop(['persistence_engine'], 'refused-by-definition', why);
    kept.engine = null;
  }
  const { granularity } = kept;
  if (granularity && !keys.every((key) => familyOfService(key) === granularity.family)) {
    drop(['persistence_granularity'], 'netmask-invalid', String(granularity.netmask));
    kept.granularity = null;
  }
  return kept;
}

const prefixed = (scheduler: string): string[] => [`${scheduler}-port`, `${scheduler}-fallback`];
