import type { ServiceDefinition } from '../../definition/service-definition.ts';
import { familyOfService, type ServiceKey } from '../../lvs/service-key.ts';
import { shoalCommentText } from '../shoal-comment.ts';
import { hideLine } from './hidden-line.ts';
import { granularityWord } from './netmask-words.ts';
import { checkLines } from './write-check.ts';
import { isSaid, realServerLines, withPort } from './write-real-server.ts';

/**
 * A service as the lines of a `virtual_server` block.
 *
 * keepalived 2.2 passes over a block without real servers, and calls it an error where all weights are 0. Such a block
 * stands in comments that only Shoal reads.
 */
export function virtualServerLines(service: ServiceDefinition): string[] {
  const block = [
    `virtual_server ${target(service.key)} {`,
    ...serviceLines(service).map(indented),
    ...service.destinations.flatMap((to) => realServerLines(to, service)).map(indented),
    '}',
  ];
  const why = whyHidden(service);
  return why ? [`# ${why}`, ...block.map(hideLine)] : block;
}

/** Why keepalived would not run this service as it is written, in words for the reader of the file. */
export function whyHidden(service: ServiceDefinition): string | undefined {
  const destinations = service.destinations.filter((to) => isSaid(to, service));
  if (destinations.length === 0) return 'keepalived takes no virtual server without real servers:';
  if (destinations.every((to) => to.weight === 0)) return 'keepalived takes no virtual server whose weights are all 0:';
  return undefined;
}

const indented = (line: string): string => `  ${line}`;

const target = (key: ServiceKey): string =>
  key.kind === 'fwmark' ? `fwmark ${key.fwmark}` : withPort(key.address, key.port);

function serviceLines(service: ServiceDefinition): string[] {
  const { key, scheduler, schedulerFlags, persistence, persistenceEngine, onePacket } = service;
  const family = familyOfService(key);
  const lines = [shoalCommentText({ subject: 'service', fields: { name: service.name } })];
  if (key.kind === 'fwmark') lines.push(`ip_family ${family === 'ipv6' ? 'inet6' : 'inet'}`);
  else lines.push(`protocol ${key.protocol}`);
  lines.push(`lvs_sched ${scheduler}`, ...schedulerFlags.map((flag) => `${scheduler}-${flag}`));
  if (persistence) {
    lines.push(`persistence_timeout ${persistence.timeout}`);
    if (persistence.netmask !== (family === 'ipv6' ? 128 : 32))
      lines.push(`persistence_granularity ${granularityWord({ netmask: persistence.netmask, family })}`);
  }
  if (persistenceEngine) lines.push(`persistence_engine ${persistenceEngine}`);
  if (onePacket) lines.push('ops');
  return [...lines, ...checkLines(service)];
}
