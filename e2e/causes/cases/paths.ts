import { expect } from 'vitest';
import type { Lab } from '../../lab/lab.ts';
import type { CauseCase } from '../cause-case.ts';
import { activeOf, figure, target } from '../clients.ts';
import { serviceOn } from '../service-on.ts';

const answering = serviceOn('10.0.0.117', 'rr', ['rs3', 'rs4']);

/** What is wrong on the way, and not in the table. */
export const pathCases: readonly CauseCase[] = [
  {
    ...{ number: 11, cause: 'upper threshold', injected: 'rs3 takes 20 connections' },
    ...{ director: 'lb1', services: [serviceOn('10.0.0.112', 'rr', ['rs3', 'rs4'], { upperThresholds: [20, 0] })] },
    inject: async ({ clients }) => {
      clients.c1.start({ target: target('10.0.0.112'), requestsPerSecond: 4 });
    },
    says: {
      code: 'upper-threshold',
      evidence: (finding) => {
        expect(finding).toMatchObject({ destination: '10.0.0.23:80', figures: { upper: 20, lower: 0 } });
        expect(figure(finding, 'activeConn') + figure(finding, 'inactConn')).toBeGreaterThanOrEqual(20);
      },
    },
  },
  {
    ...{ number: 14, cause: 'the way back is broken (NAT)', injected: 'rs4’s gateway is not the director' },
    director: 'lb1',
    services: [serviceOn('10.0.0.115', 'rr', ['rs3', 'rs4'], { forwarding: 'masquerading' })],
    inject: async ({ lab, clients }) => {
      await done(lab, ['ip', '-n', 'rs4', 'rule', 'del', 'pref', '100']);
      clients.c1.start({ target: target('10.0.0.115'), requestsPerSecond: 3 });
    },
    says: {
      code: 'return-path-masquerading',
      evidence: (finding) => {
        expect(finding).toMatchObject({ destination: '10.0.1.24:80', severity: 'critical', figures: { answered: 0 } });
        expect(figure(finding, 'packets')).toBeGreaterThanOrEqual(figure(finding, 'connections'));
      },
    },
  },
  {
    ...{ number: 14, cause: 'the VIP is missing on lo (DR)', injected: 'rs2 hasn’t the VIP' },
    ...{ director: 'lb1', services: [serviceOn('10.0.0.116', 'rr', ['rs1', 'rs2'])], vipOn: ['rs1'] },
    inject: async ({ clients }) => {
      clients.c1.start({ target: target('10.0.0.116'), requestsPerSecond: 3 });
    },
    says: {
      code: 'return-path-direct',
      evidence: (finding) => {
        // A SYN with its options, and nothing else.
        expect(finding).toMatchObject({ destination: '10.0.0.22:80', figures: { bytesAPacket: 60 } });
        expect(figure(finding, 'activeConn')).toBeGreaterThanOrEqual(10);
      },
    },
  },
  {
    ...{ number: 15, cause: 'a real server answers ARP for the VIP', injected: 'arp_ignore=0 on rs4' },
    ...{ director: 'lb1', services: [answering] },
    inject: async ({ lab, clients, watch }) => {
      const held = { held: 10, meanLifeSeconds: 3600 };
      const flow = clients.c1.start({ target: target('10.0.0.117'), requestsPerSecond: 4, ...held });
      await watch.until('10 connections', activeOf('10.0.0.117', 10));
      while (((await flow.nextReport()).connections.rs3 ?? 0) < 120);
      await answerArp(lab, '10.0.0.117');
    },
    says: {
      code: 'traffic-vanished',
      evidence: (finding) => {
        expect(finding).toMatchObject({ destination: null, severity: 'warning' });
        expect(figure(finding, 'rate')).toBeGreaterThan(3);
        expect(figure(finding, 'rate')).toBeLessThan(6);
        expect(figure(finding, 'activeConn')).toBeGreaterThanOrEqual(5);
      },
    },
  },
];

async function done(lab: Lab, argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await lab.exec('root', argv);
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`);
  return stdout;
}

/** rs4 answers who asks for the VIP, and the gateway asks until it is rs4 that answers first. */
async function answerArp(lab: Lab, vip: string): Promise<void> {
  const script = `
    for device in all lo eth0; do
      nsenter --net=/run/netns/rs4 sysctl -qw net.ipv4.conf.$device.arp_ignore=0
    done
    rs4=$(ip -n rs4 -br link show eth0 | awk '{ print $3 }')
    for try in $(seq 500); do
      ip -n gw neigh show to ${vip} | grep -q "$rs4" && exit 0
      ip -n gw neigh flush to ${vip}
      sleep 0.1
    done
    exit 1`;
  const { code, stderr } = await lab.exec('root', ['bash', '-c', script], { timeoutMs: 120_000 });
  if (code !== 0) throw new Error(`rs4 never answered first: ${stderr}`);
}
