import type { Lab } from './lab.ts';
import { type Director, directors, type RealServer, realServers } from './namespaces.ts';

/**
 * Puts a VIP where direct routing needs it: on the director's eth0, and on the lo of each real server with its ARP
 * suppressed, so that the gateway finds the director alone. Called again it moves the VIP to the director named, and
 * the gateway learns of it at once.
 */
export async function holdVip(
  lab: Lab,
  vip: string,
  director: Director = 'lb1',
  servers: readonly RealServer[] = realServers,
): Promise<void> {
  const suppress = ['all', 'lo'].flatMap((device) => [
    `net.ipv4.conf.${device}.arp_ignore=1`,
    `net.ipv4.conf.${device}.arp_announce=2`,
  ]);
  const script = [
    'set -e',
    ...directors
      .filter((name) => name !== director)
      .map((name) => `ip -n ${name} addr del ${vip}/32 dev eth0 2>/dev/null || true`),
    ...servers.flatMap((name) => [
      `nsenter --net=/run/netns/${name} sysctl -qw ${suppress.join(' ')}`,
      `ip -n ${name} addr replace ${vip}/32 dev lo`,
    ]),
    `ip -n ${director} addr replace ${vip}/32 dev eth0`,
    `ip -n gw neigh flush to ${vip}`,
  ];
  const { code, stderr } = await lab.exec('root', ['bash', '-s'], { input: script.join('\n') });
  if (code !== 0) throw new Error(`the VIP ${vip} could not be set up: ${stderr}`);
}
