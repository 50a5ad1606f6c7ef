import { expect } from 'vitest';
import { sourcesOf } from '../../lab/start-traffic.ts';
import type { CauseCase } from '../cause-case.ts';
import { clientNumber, target, whole } from '../clients.ts';
import { serviceOn } from '../service-on.ts';

/** What looks odd and is in order, and fair traffic beside all of it. */
export const verdictCases: readonly CauseCase[] = [
  {
    ...{ number: 10, cause: 'weights just unequal', injected: 'weights 1 and 3' },
    ...{ director: 'lb1', services: [serviceOn('10.0.0.111', 'wrr', ['rs1', 'rs2'], { weights: [1, 3] })] },
    inject: async ({ clients, fair }) => {
      fair.push(clients.c1.start({ target: target('10.0.0.111'), requestsPerSecond: 5 }));
    },
    says: {
      verdict: 'as-configured',
      evidence: async ({ key }, { caller }) => {
        const { directors } = await caller.view.service.query({ cluster: 'alone', key });
        const got = directors[0]?.destinations.map((to) => to.gotShare ?? 0) ?? [];
        expect(got[0]).toBeCloseTo(0.25, 1);
        expect(got[1]).toBeCloseTo(0.75, 1);
      },
    },
  },
  {
    ...{ number: 16, cause: 'InActConn ≫ ActiveConn everywhere', injected: 'short connections' },
    ...{ director: 'lb1', services: [serviceOn('10.0.0.118', 'rr', ['rs3', 'rs4'])] },
    inject: async ({ clients, fair }) => {
      fair.push(clients.c1.start({ target: target('10.0.0.118'), requestsPerSecond: 5 }));
    },
    says: {
      verdict: 'balanced',
      evidence: ({ activeConn, inactConn }) => {
        expect(inactConn).toBeGreaterThan(50 * Math.max(1, activeConn ?? 0));
      },
    },
  },
  {
    ...{ number: 21, cause: 'low traffic', injected: 'one client of a persistent service, a connection every 10 s' },
    ...{ director: 'lb1', services: [serviceOn('10.0.0.121', 'wrr', ['rs1', 'rs2'], { persistence: whole(60) })] },
    inject: async ({ clients, watch }) => {
      const flow = clients.c2.start({
        ...{ target: target('10.0.0.121'), sources: [clientNumber(6)], requestsPerSecond: 0.1 },
      });
      // All of them on one: it looks as skewed as it can.
      while (Math.max(0, ...Object.values((await flow.nextReport()).connections)) < 6);
      await watch.next();
    },
    says: {
      verdict: 'too-little-traffic',
      evidence: ({ verdict }) => {
        expect(verdict).toMatchObject({ kind: 'too-little-traffic' });
        expect('connections' in verdict ? verdict.connections : 0).toBeGreaterThanOrEqual(5);
      },
    },
  },
  {
    ...{ number: null, cause: 'nothing: persistence with many clients', injected: '50 client addresses' },
    ...{ director: 'lb1', services: [serviceOn('10.0.0.123', 'wrr', ['rs3', 'rs4'], { persistence: whole(60) })] },
    inject: async ({ clients, fair }) => {
      fair.push(clients.c1.start({ target: target('10.0.0.123'), requestsPerSecond: 4 }));
    },
    says: { verdict: 'balanced', evidence: ({ verdict }) => expect(verdict).toMatchObject({ kind: 'balanced' }) },
  },
  {
    ...{ number: null, cause: 'nothing: mh with port', injected: 'two client addresses' },
    director: 'lb1',
    services: [serviceOn('10.0.0.124', 'mh', ['rs1', 'rs2'], { schedulerFlags: ['port'] })],
    inject: async ({ clients, fair }) => {
      fair.push(clients.c1.start({ target: target('10.0.0.124'), sources: sourcesOf('c1', 2), requestsPerSecond: 4 }));
    },
    says: { verdict: 'balanced', evidence: ({ verdict }) => expect(verdict).toMatchObject({ kind: 'balanced' }) },
  },
];
