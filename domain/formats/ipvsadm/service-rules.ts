import type { DestinationDefinition } from '../../definition/destination-definition.ts';
import type { ServiceDefinition } from '../../definition/service-definition.ts';
import { destinationKeyText } from '../../lvs/destination-key.ts';
import { serviceKeySlug } from '../../lvs/service-key.ts';
import { ipvsadmRules } from '../../plan/ipvsadm-line.ts';
import { checkCommentFields } from '../check-fields.ts';
import { type ShoalComment, shoalCommentText } from '../shoal-comment.ts';

/** ipvsadm's `-x` and `-y` end at INT_MAX (ipvsadm.c, parse_options), a number of connections that no kernel reaches. */
const highestThreshold = 0x7fffffff;

/** The rules of one service as `ipvsadm -R` reads them: its `-A`, then an `-a` for each destination in their order. */
export function serviceRules(service: ServiceDefinition): string[] {
  const destinations = service.destinations.map((to) =>
    isSayable(to) ? to : { ...to, upperThreshold: 0, lowerThreshold: 0 },
  );
  const [rule = '', ...rules] = ipvsadmRules({ services: [{ ...service, destinations }] });
  // A tunnel without a type is IPIP too; the definition knows the two apart.
  const typed = rules.map((text, at) => (destinations[at]?.tunnel?.type === 'ipip' ? `${text} --tun-type ipip` : text));
  return [rule, ...typed];
}

const isSayable = (to: DestinationDefinition): boolean => to.upperThreshold <= highestThreshold;

/** Comments for what the rules of a service can't say: its name, its check, and thresholds above those of ipvsadm. */
export function serviceComments(service: ServiceDefinition): string[] {
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
  const name: ShoalComment = { subject: 'service', fields: { key, name: service.name } };
  const check = service.check ? [{ subject: 'check', fields: { key, ...checkCommentFields(service.check) } }] : [];
  return [name, ...check, ...thresholds].map(shoalCommentText);
}
