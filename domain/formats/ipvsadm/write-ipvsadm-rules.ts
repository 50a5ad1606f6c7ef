import type { Definition } from '../../definition/definition.ts';
import { ipvsadmLine } from '../../plan/ipvsadm-line.ts';
import { definitionComments } from '../definition-comments.ts';
import { serviceComments, serviceRules } from './service-rules.ts';

/**
 * A definition as rules that `ipvsadm -R` and ipvsadm-restore(8) read, thresholds and timeouts among them.
 *
 * Names and sysctls stand in comments behind a last rule `-v`, at which `ipvsadm -R` stops with success: it takes no
 * comment itself, only ipvsadm-restore passes over them.
 */
export function writeIpvsadmRules(definition: Definition): string {
  const rules = [...timeoutRules(definition), ...definition.services.flatMap(serviceRules)];
  const comments = [...definition.services.flatMap(serviceComments), ...definitionComments(definition, 'no-timeouts')];
  return [...rules, ...(comments.length > 0 ? [endOfRules, ...comments] : [])].map((line) => `${line}\n`).join('');
}

const endOfRules = '-v # ipvsadm -R ends here. Names and settings follow.';

/** The `--set` rule of a definition's timeouts, where it has any. */
export function timeoutRules({ settings: { timeouts } }: Definition): string[] {
  const { tcp, tcpfin, udp } = timeouts;
  if (tcp === null && tcpfin === null && udp === null) return [];
  const line = ipvsadmLine({
    action: 'set-timeouts',
    timeouts: { tcp: tcp ?? 0, tcpfin: tcpfin ?? 0, udp: udp ?? 0 },
  });
  return [line.replace(/^ipvsadm /, '')];
}
