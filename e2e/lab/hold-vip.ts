import type { Lab } from './lab.ts';
import { allDirectors, type Director, type RealServer, realServers } from './namespaces.ts';

/**
 * Puts a VIP, or several, where direct routing needs it: on the director's eth0, and on the lo of each real server with
 * its ARP suppressed, so that the gateway finds the director alone. Called again it moves the VIP to the director named,
 * and the gateway learns of it at once.
 */
export async function holdVip(
  lab: Lab,
  vip: string | readonly string[],
  director: Director = 'lb1',
  servers: readonly RealServer[] = realServers,
): Promise<void> {
  const vips = [vip].flat();
  const suppress = ['all', 'lo'].flatMap((device) => [
    `net.ipv4.conf.${device}.arp_ignore=1`,
    `net.ipv4.conf.${device}.arp_announce=2`,
  ]);
  const script = [
    'set -e',
    ...allDirectors
      .filter((name) => name !== director)
      .map((name) => batch(name, '-force', (one) => `addr del ${one}/32 dev eth0`, '2>/dev/null || true')),
    ...servers.flatMap((name) => [
      `nsenter --net=/run/netns/${name} sysctl -qw ${suppress.join(' ')}`,
      batch(name, '', (one) => `addr replace ${one}/32 dev lo`),
    ]),
    batch(director, '', (one) => `addr replace ${one}/32 dev eth0`),
    batch('gw', '', (one) => `neigh flush to ${one}`),
  ];
  /** One `ip` for all of them: a fork costs some 10 ms in the guest. */
  function batch(name: string, flags: string, line: (vip: string) => string, end = ''): string {
    return `ip ${flags} -n ${name} -batch - <<'END' ${end}\n${vips.map(line).join('\n')}\nEND`;
  }
  const { code, stderr } = await lab.exec('root', ['bash', '-s'], { input: script.join('\n') });
  if (code !== 0) throw new Error(`${vips.join(', ')} could not be set up: ${stderr}`);
}
