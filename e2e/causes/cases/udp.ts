import { expect } from 'vitest';
import { startDatagrams } from '../../lab/start-datagrams.ts';
import { sourcesOf } from '../../lab/start-traffic.ts';
import type { CauseCase } from '../cause-case.ts';
import { clientNumber, figure, target } from '../clients.ts';
import { serviceOn } from '../service-on.ts';

export const udpCases: readonly CauseCase[] = [
  {
    ...{ number: 17, cause: 'UDP clumps', injected: 'one socket sends 40 datagrams a second, three send one' },
    director: 'lb1',
    services: [serviceOn('10.0.0.119', 'rr', ['rs1', 'rs2'], { protocol: 'UDP', port: 5353 })],
    inject: async ({ lab }) => {
      const busy = { source: clientNumber(7), perSecond: 40 };
      const quiet = sourcesOf('c2', 3).map((source) => ({ source, perSecond: 1 }));
      await startDatagrams(lab, 'c2', { target: target('10.0.0.119', 5353), senders: [busy, ...quiet] });
    },
    says: {
      code: 'udp-clump',
      evidence: (finding) => {
        expect(finding).toMatchObject({ figures: { expected: 0.5, timeout: 300 }, remedies: [{ kind: 'one-packet' }] });
        // With rr two of the four sockets are on each destination: 41 of 43 datagrams on one.
        expect(figure(finding, 'got')).toBeGreaterThan(0.9);
      },
    },
  },
];
