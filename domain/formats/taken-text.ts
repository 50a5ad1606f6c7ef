import type { DestinationDefinition } from '../definition/destination-definition.ts';
import type { ServiceDefinition } from '../definition/service-definition.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { forwardingShortName } from '../lvs/forwarding-method.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import { ipvsadmConfigText } from '../plan/ipvsadm-line.ts';

/** What a service became, as `ipvsadm -Ln` prints it: `TCP 10.0.0.4:80 wrr persistent 300`. */
export const takenServiceText = (service: ServiceDefinition): string =>
  `${serviceKeyText(service.key)} ${ipvsadmConfigText(service.key, service)}`;

/** What a destination became: `10.0.0.21:80 NAT weight 3`, with its thresholds and tunnel where it has any. */
export function takenDestinationText(to: DestinationDefinition): string {
  const parts = [destinationKeyText(to), forwardingShortName(to.forwarding), `weight ${to.weight}`];
  if (to.upperThreshold > 0) parts.push(`upper ${to.upperThreshold}`);
  if (to.lowerThreshold > 0) parts.push(`lower ${to.lowerThreshold}`);
  if (to.tunnel && to.tunnel.type !== 'ipip') parts.push(to.tunnel.type);
  return parts.join(' ');
}
