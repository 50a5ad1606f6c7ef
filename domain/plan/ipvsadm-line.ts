import { addressFromBytes, socketText } from '../lvs/address.ts';
import type { ObservedForwardingMethod } from '../lvs/forwarding-method.ts';
import { takesFlags } from '../lvs/scheduler.ts';
import { familyOfService, type ServiceKey } from '../lvs/service-key.ts';
import type { Destination, DestinationConfig, IpvsTable, Persistence, ServiceConfig, Tunnel } from '../lvs/table.ts';
import type { StepAction } from './plan.ts';

/** A step as the command that does the same by hand: `ipvsadm -a -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 3`. */
export function ipvsadmLine(step: StepAction): string {
  if (step.action === 'set-sysctl') return sysctlLine(step.name, step.values);
  if (step.action === 'set-timeouts') {
    const { tcp, tcpfin, udp } = step.timeouts;
    return `ipvsadm --set ${tcp} ${tcpfin} ${udp}`;
  }
  const service = serviceArgument(step.service);
  switch (step.action) {
    case 'add-service':
    case 'change-service':
      return `ipvsadm ${step.action === 'add-service' ? '-A' : '-E'} ${service} ${configArguments(step.service, step.config)}`;
    case 'remove-service':
      return `ipvsadm -D ${service}`;
    case 'add-destination':
    case 'change-destination':
      return `ipvsadm ${step.action === 'add-destination' ? '-a' : '-e'} ${service} ${destinationArguments(step.destination)}`;
    case 'remove-destination':
      return `ipvsadm -d ${service} -r ${socketText(step.destination.address, step.destination.port)}`;
  }
}

/** `sysctl -w net.ipv4.vs.conntrack=1`, with quotes around more than one number. */
export function sysctlLine(name: string, values: readonly number[]): string {
  const text = values.join(' ');
  return `sysctl -w net.ipv4.vs.${name}=${values.length > 1 ? `"${text}"` : text}`;
}

/**
 * A table as `ipvsadm -R` reads it, one rule a line.
 *
 * Has the thresholds that `ipvsadm -Sn` leaves out.
 */
export function ipvsadmRules(table: IpvsTable): string[] {
  return table.services.flatMap((service) => [
    `-A ${serviceArgument(service.key)} ${configArguments(service.key, service)}`,
    ...service.destinations.map((to) => `-a ${serviceArgument(service.key)} ${destinationArguments(to)}`),
  ]);
}

function serviceArgument(key: ServiceKey): string {
  if (key.kind === 'fwmark') return `-f ${key.fwmark}${key.family === 'ipv6' ? ' -6' : ''}`;
  const option = { TCP: '-t', UDP: '-u', SCTP: '--sctp-service' }[key.protocol];
  return `${option} ${socketText(key.address, key.port)}`;
}

function configArguments(key: ServiceKey, config: ServiceConfig): string {
  const parts = [`-s ${config.scheduler}`];
  if (config.persistence) parts.push(persistenceArguments(key, config.persistence));
  if (config.persistenceEngine) parts.push(`--pe ${config.persistenceEngine}`);
  if (config.onePacket) parts.push('-o');
  if (config.schedulerFlags.length > 0) parts.push(`-b ${flagNames(config).join(',')}`);
  return parts.join(' ');
}

function flagNames(config: ServiceConfig): string[] {
  const { scheduler } = config;
  if (takesFlags(scheduler)) return config.schedulerFlags.map((flag) => `${scheduler}-${flag}`);
  return config.schedulerFlags.map((flag) => (flag === 'fallback' ? 'flag-1' : 'flag-2'));
}

function persistenceArguments(key: ServiceKey, { timeout, netmask }: Persistence): string {
  const ipv6 = familyOfService(key) === 'ipv6';
  if (netmask === (ipv6 ? 128 : 32)) return `-p ${timeout}`;
  return `-p ${timeout} -M ${ipv6 ? netmask : ipv4Mask(netmask)}`;
}

const ipv4Mask = (prefix: number): string =>
  addressFromBytes(Uint8Array.from([24, 16, 8, 0], (shift) => (0xffffffff << (32 - prefix)) >>> shift));

const forwardingOption: Record<ObservedForwardingMethod, string> = {
  'direct-routing': '-g',
  tunneling: '-i',
  masquerading: '-m',
  local: '-g',
  bypass: '-g',
};

const destinationArguments = (destination: Destination): string =>
  `-r ${socketText(destination.address, destination.port)} ${ipvsadmDestinationText(destination)}`;

/** `-g -w 3 -x 100`: a destination's configuration as `ipvsadm -Sn` prints it, with the thresholds that it leaves out. */
export function ipvsadmDestinationText(destination: DestinationConfig): string {
  const parts = [forwardingOption[destination.forwarding], `-w ${destination.weight}`];
  if (destination.upperThreshold > 0) parts.push(`-x ${destination.upperThreshold}`);
  if (destination.lowerThreshold > 0) parts.push(`-y ${destination.lowerThreshold}`);
  if (destination.tunnel && destination.tunnel.type !== 'ipip') parts.push(tunnelArguments(destination.tunnel));
  return parts.join(' ');
}

function tunnelArguments(tunnel: Exclude<Tunnel, { type: 'ipip' }>): string {
  const port = tunnel.type === 'gue' ? ` --tun-port ${tunnel.port}` : '';
  return `--tun-type ${tunnel.type}${port} --tun-${tunnel.checksum}`;
}

/** `wrr persistent 300 mask 255.255.255.0 ops (sh-port)`: a service's configuration as `ipvsadm -Ln` prints it. */
export function ipvsadmConfigText(key: ServiceKey, config: ServiceConfig): string {
  const parts = [config.scheduler];
  if (config.persistence) {
    parts.push(`persistent ${config.persistence.timeout}`);
    const ipv6 = familyOfService(key) === 'ipv6';
    const { netmask } = config.persistence;
    if (netmask !== (ipv6 ? 128 : 32)) parts.push(`mask ${ipv6 ? netmask : ipv4Mask(netmask)}`);
  }
  if (config.persistenceEngine) parts.push(`pe ${config.persistenceEngine}`);
  if (config.onePacket) parts.push('ops');
  if (config.schedulerFlags.length > 0) parts.push(`(${flagNames(config).join(',')})`);
  return parts.join(' ');
}
