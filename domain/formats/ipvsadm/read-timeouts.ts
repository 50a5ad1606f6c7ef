import { type Settings, timeoutsSchema } from '../../definition/settings.ts';
import { type RefusedRule, refusedRule } from './read-rule.ts';

/** The timeouts after `--set tcp tcpfin udp`, where 0 leaves one as it was. */
export function readTimeouts(
  words: readonly string[],
  before: Settings['timeouts'],
): { readonly ok: true; readonly value: Settings['timeouts'] } | RefusedRule {
  if (words.length < 3) return refusedRule('value-missing', '--set');
  if (words.length > 3) return refusedRule('value-invalid', words.slice(3).join(' '));
  const [tcp, tcpfin, udp] = words.map((word) => (/^\d{1,10}$/.test(word) ? Number(word) : Number.NaN));
  const after = timeoutsSchema.safeParse({
    tcp: tcp === 0 ? before.tcp : tcp,
    tcpfin: tcpfin === 0 ? before.tcpfin : tcpfin,
    udp: udp === 0 ? before.udp : udp,
  });
  return after.success ? { ok: true, value: after.data } : refusedRule('timeout-out-of-range', words.join(' '));
}
