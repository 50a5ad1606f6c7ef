import { expect } from 'vitest';
import { serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { holdVip } from '../../lab/hold-vip.ts';
import type { CauseCase } from '../cause-case.ts';
import { figure, target } from '../clients.ts';
import { serviceOn } from '../service-on.ts';

const shared = [
  serviceOn('10.0.0.130', 'wrr', ['rs1', 'rs2']),
  serviceOn('10.0.0.131', 'wrr', ['rs1', 'rs3']),
  serviceOn('10.0.0.132', 'wrr', ['rs1', 'rs4']),
];
const moved = serviceOn('10.0.0.133', 'wrr', ['rs1', 'rs2']);
const edited = serviceOn('10.0.0.134', 'rr', ['rs3', 'rs4']);

/** What concerns a director as a whole, or two of them. */
export const pairCases: readonly CauseCase[] = [
  {
    ...{ number: 22, cause: 'one machine in several services', injected: 'rs1 in three of three, the others in one' },
    ...{ director: 'lb2', services: shared },
    inject: async ({ clients }) => {
      for (const host of ['10.0.0.130', '10.0.0.131', '10.0.0.132'])
        clients.c1.start({ target: target(host), requestsPerSecond: 6 });
    },
    says: {
      code: 'shared-real-server',
      ofDirector: true,
      evidence: (finding) => {
        expect(finding).toMatchObject({ figures: { server: 'rs1', services: 3 } });
        // Half of 18 connections a second, where a quarter would be even.
        expect(figure(finding, 'cps')).toBeGreaterThan(7);
        expect(figure(finding, 'cps') / figure(finding, 'expectedCps')).toBeCloseTo(2, 0);
      },
    },
  },
  {
    ...{ number: 19, cause: 'uneven after a failover', injected: 'sync_threshold 10: connections to rs2 were quiet' },
    ...{ director: 'lb3', services: [moved] },
    inject: async ({ lab, caller, clients, watch }) => {
      const daemon = (state: string) => [
        'ipvsadm',
        '--start-daemon',
        state,
        '--mcast-interface',
        'eth0',
        '--syncid',
        '7',
      ];
      for (const name of ['lb2', 'lb3'] as const) {
        await lab.exec(name, ['sysctl', '-qw', 'net.ipv4.vs.sync_threshold=10 50']);
        await lab.exec(name, daemon(name === 'lb2' ? 'master' : 'backup'));
      }
      const held = { held: 100, meanLifeSeconds: 36_000, requestEverySeconds: { rs1: 2 } };
      clients.c1.start({ target: target('10.0.0.133'), requestsPerSecond: 0, ...held });
      const key = serviceKeyText(moved.key);
      const onStandby = async () => {
        const { directors } = await caller.view.service.query({ cluster: 'pair', key });
        return directors.find(({ director }) => director.name === 'lb3')?.destinations[0]?.activeConn ?? 0;
      };
      while ((await onStandby()) < 45) await watch.next();
      await holdVip(lab, '10.0.0.133', 'lb3');
    },
    says: {
      code: 'uneven-after-failover',
      evidence: (finding) => {
        expect(finding).toMatchObject({ severity: 'notice', figures: { syncThreshold: 10, daemons: 1 } });
      },
    },
  },
  {
    ...{ number: null, cause: 'drift', injected: 'ipvsadm -e by hand on lb2' },
    ...{ director: 'lb2', services: [edited] },
    inject: async ({ lab, clients }) => {
      clients.c1.start({ target: target('10.0.0.134'), requestsPerSecond: 1 });
      const by = ['-e', '-t', '10.0.0.134:80', '-r', '10.0.0.23:80', '-g', '-w', '5'];
      await lab.exec('lb2', ['ipvsadm', ...by]);
    },
    says: {
      code: 'drift',
      evidence: (finding) => {
        expect(finding).toMatchObject({ steps: [{ action: 'change-destination' }] });
      },
    },
  },
];
