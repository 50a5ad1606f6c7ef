import type { Definition } from '../../definition/definition.ts';
import type { DestinationDefinition } from '../../definition/destination-definition.ts';
import type { ServiceDefinition } from '../../definition/service-definition.ts';
import { destinationKeyText } from '../../lvs/destination-key.ts';
import { serviceKeySlug } from '../../lvs/service-key.ts';
import { ipvsadmLine, ipvsadmRules } from '../../plan/ipvsadm-line.ts';
import { definitionComments } from '../definition-comments.ts';
import { type ShoalComment, shoalCommentText } from '../shoal-comment.ts';

/** ipvsadm's `-x` and `-y` end at INT_MAX (ipvsadm.c, parse_options), a number of connections that no kernel reaches. */
const highestThreshold = 0x7fffffff;

/**
 * A definition as rules that `ipvsadm -R` and ipvsadm-restore(8) read, thresholds and timeouts among them.
 *
 * Names and sysctls stand in comments behind a last rule `-v`, at which `ipvsadm -R` stops with success: it takes no
 * comment itself, only ipvsadm-restore passes over them.
 */
export function writeIpvsadmRules(definition: Definition): string {
  const rules = [...timeoutRules(definition), ...definition.services.flatMap(serviceRules)];
  const comments = [
    ...definition.services.flatMap(serviceComments).map(shoalCommentText),
    ...definitionComments(definition, 'no-timeouts'),
  ];
  return [...rules, ...(comments.length > 0 ? [endOfRules, ...comments] : [])].map((line) => `${line}\n`).join('');
}

const endOfRules = '-v # ipvsadm -R ends here. Names and settings follow.';

function timeoutRules({ settings: { timeouts } }: Definition): string[] {
  const { tcp, tcpfin, udp } = timeouts;
  if (tcp === null && tcpfin === null && udp === null) return [];
  const line = ipvsadmLine({
    action: 'set-timeouts',
    timeouts: { tcp: tcp ?? 0, tcpfin: tcpfin ?? 0, udp: udp ?? 0 },
  });
  return [line.replace(/^ipvsadm /, '')];
}

function serviceRules(service: ServiceDefinition): string[] {
  const destinations = service.destinations.map((to) =>
    isSayable(to) ? to : { ...to, upperThreshold: 0, lowerThreshold: 0 },
  );
  const [rule = '', ...rules] = ipvsadmRules({ services: [{ ...service, destinations }] });
  // A tunnel without a type is IPIP too; the definition knows the two apart.
  const typed = rules.map((text, at) => (destinations[at]?.tunnel?.type === 'ipip' ? `${text} --tun-type ipip` : text));
  return [rule, ...typed];
}

const isSayable = (to: DestinationDefinition): boolean => to.upperThreshold <= highestThreshold;

function serviceComments(service: ServiceDefinition): ShoalComment[] {
  const key = serviceKeySlug(service.key);
  const thresholds = service.destinations
    .filter((to) => !isSayable(to))
    .map((to) => ({
      subject: 'thresholds',
      fields: {
        ...{ key, address: destinationKeyText(to) },
        ...{ upper: String(to.upperThreshold), lower: String(to.lowerThreshold) },
      },
    }));
  return [{ subject: 'service', fields: { key, name: service.name } }, ...thresholds];
}
