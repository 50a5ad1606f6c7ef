import type { AddressFamily } from '../../lvs/address.ts';
import { familyOf, socketText } from '../../lvs/address.ts';
import type { ServiceKey } from '../../lvs/service-key.ts';
import type { DraftDestination, DraftService } from '../draft-service.ts';
import { onLine, remark } from '../note.ts';
import type { Note } from '../read-file.ts';
import type { Directive } from './directive.ts';
import { dropWhatMeansNothing } from './drop-what-means-nothing.ts';
import type { Forwarding } from './forwarding-words.ts';
import type { Target } from './read-group.ts';
import type { RealServerBlock } from './read-real-server.ts';
import { readServiceOptions, type ServiceOptions, usualPersistence } from './read-service-options.ts';
import { type Groups, readTargets, withinBounds } from './read-targets.ts';

/**
 * The services of one `virtual_server` block, more than one for a group.
 *
 * Where the block is silent it is what keepalived 2.2 does then (check_data.c), with a remark: UDP, wlc, NAT, and
 * persistence where a port is 0.
 */
export function readVirtualServer(block: Directive, groups: Groups, notes: Note[]): DraftService[] {
  const all = readTargets(block, groups, notes);
  const written = readServiceOptions(block, notes);
  const targets = withinBounds(block, all, written.realServers.length, groups, notes);
  if (targets.length === 0) return [];
  const takeDefault = (about: string) => void notes.push(remark(onLine(block.line), 'default-taken', about));

  const hasAddress = targets.some((target) => target.kind === 'address');
  if (!written.protocol && hasAddress) takeDefault('protocol UDP');
  if (!written.scheduler) takeDefault('lb_algo wlc');
  if (!written.forwarding && written.realServers.some((server) => !server.forwarding)) takeDefault('lb_kind NAT');
  const needsPersistence = targets.some((target) => target.kind === 'address' && target.port === 0);
  const isPersistent = written.timeout !== null || written.granularity !== null || needsPersistence;
  if (isPersistent && written.timeout === null) takeDefault(`persistence_timeout ${usualPersistence}`);

  const keyed = targets.map((target) => ({ target, key: keyOf(target, written) }));
  const options = dropWhatMeansNothing(
    written,
    keyed.map(({ key }) => key),
    isPersistent,
    notes,
  );
  return keyed.map(({ target, key }) => ({
    ...{ line: target.line, lastLine: target.lastLine, name: options.name, key },
    scheduler: options.scheduler ?? 'wlc',
    schedulerFlags: options.schedulerFlags,
    onePacket: options.onePacket,
    persistence: isPersistent
      ? { timeout: options.timeout ?? usualPersistence, netmask: options.granularity?.netmask ?? null }
      : null,
    persistenceEngine: options.engine,
    check: options.check,
    destinations: options.realServers.map((server) => destinationOf(server, key, options, notes)),
  }));
}

function keyOf(target: Target, options: ServiceOptions): ServiceKey {
  if (target.kind === 'address')
    return { kind: 'address', protocol: options.protocol ?? 'UDP', address: target.address, port: target.port };
  return { kind: 'fwmark', fwmark: target.fwmark, family: target.family ?? familyOfMark(options) };
}

/** As check_parser.c finds it: what is written, the netmask's, the first real server's that isn't tunnelled, or all’s. */
function familyOfMark({ family, granularity, forwarding, realServers }: ServiceOptions): AddressFamily {
  const written = family ?? granularity?.family;
  if (written) return written;
  const isTunnelled = (server: RealServerBlock) => (server.forwarding ?? forwarding)?.method === 'tunneling';
  const deciding = realServers.find((server) => !isTunnelled(server));
  if (deciding) return familyOf(deciding.address);
  const isIpv6 = realServers.length > 0 && realServers.every((server) => familyOf(server.address) === 'ipv6');
  return isIpv6 ? 'ipv6' : 'ipv4';
}

const masquerading: Forwarding = { method: 'masquerading', tunnel: null };

function destinationOf(
  server: RealServerBlock,
  key: ServiceKey,
  options: ServiceOptions,
  notes: Note[],
): DraftDestination {
  const { method, tunnel } = server.forwarding ?? options.forwarding ?? masquerading;
  const servicePort = key.kind === 'address' ? key.port : 0;
  // Masqueraded to port 0 is to the service's, says keepalived, as if there were none.
  const masqueraded = server.isAnyPort ? 0 : server.port || servicePort;
  const port = method === 'masquerading' ? masqueraded : servicePort;
  if (server.port !== null && port !== server.port && !server.isAnyPort) {
    const about = `${socketText(server.address, server.port)} → ${port}`;
    notes.push(remark(onLine(server.line), 'port-of-service', about));
  }
  return {
    ...{ line: server.line, lastLine: server.lastLine, serverName: server.name },
    ...{ address: server.address, port, forwarding: method, tunnel },
    weight: server.weight ?? options.weight,
    upperThreshold: server.upperThreshold,
    lowerThreshold: server.lowerThreshold,
  };
}
