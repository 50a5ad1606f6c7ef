import type { DestinationDefinition } from '../../definition/destination-definition.ts';
import type { ServiceDefinition } from '../../definition/service-definition.ts';
import { shoalCommentText } from '../shoal-comment.ts';
import { forwardingWords } from './forwarding-words.ts';
import { hideLine } from './hidden-line.ts';
import { checkerLines } from './write-check.ts';

/**
 * A destination as the lines of a `real_server` block.
 *
 * keepalived makes the service's port of a port 0 that is masqueraded to, which is what the kernel does with such a
 * packet. So that port is written, and a comment says that it was 0; where it is a second block of the same real server
 * and port, only Shoal reads it.
 */
export function realServerLines(to: DestinationDefinition, service: ServiceDefinition): string[] {
  const port = writtenPort(to, service);
  const lines = [`lvs_method ${forwardingWords({ method: to.forwarding, tunnel: to.tunnel })}`, `weight ${to.weight}`];
  if (to.upperThreshold > 0) lines.push(`uthreshold ${to.upperThreshold}`);
  if (to.lowerThreshold > 0) lines.push(`lthreshold ${to.lowerThreshold}`);
  if (port !== to.port) lines.push(shoalCommentText({ subject: 'destination', fields: { port: String(to.port) } }));
  lines.push(...checkerLines(service));
  const block = [`real_server ${withPort(to.address, port)} {`, ...lines.map((line) => `  ${line}`), '}'];
  return isSaid(to, service) ? block : ['# keepalived takes no real server twice:', ...block.map(hideLine)];
}

/** Whether keepalived can have this destination beside the service's others. */
export function isSaid(to: DestinationDefinition, service: ServiceDefinition): boolean {
  const port = writtenPort(to, service);
  return port === to.port || !service.destinations.some((one) => one.address === to.address && one.port === port);
}

const writtenPort = ({ port, forwarding }: DestinationDefinition, { key }: ServiceDefinition): number =>
  forwarding === 'masquerading' && port === 0 && key.kind === 'address' ? key.port : port;

/** Port 0 is all ports; keepalived's word for it is none. */
export const withPort = (text: string, port: number): string => (port === 0 ? text : `${text} ${port}`);
