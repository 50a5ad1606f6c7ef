import { expect } from 'vitest';

import type { CauseCase } from '../cause-case.ts';
import { clientNumber, figure, target, whole } from '../clients.ts';
import { serviceOn } from '../service-on.ts';

/** Too few clients, or many that look like one. */
export const clientCases: readonly CauseCase[] = [
  {
    ...{ number: 1, cause: 'persistence with few clients', injected: 'wrr persistent, one client address' },
    ...{ director: 'lb1', services: [serviceOn('10.0.0.101', 'wrr', ['rs1', 'rs2'], { persistence: whole(60) })] },
    inject: async ({ clients }) => {
      clients.c2.start({ target: target('10.0.0.101'), sources: [clientNumber(0)], requestsPerSecond: 3 });
    },
    says: {
      code: 'skew-persistence',
      evidence: (finding) => {
        expect(finding).toMatchObject({
          timeout: 60,
          skew: { mostShare: 1, mostExpected: 0.5, persistConn: 1, persistConnAll: 1 },
        });
      },
    },
  },
  {
    ...{ number: 2, cause: 'persistence netmask', injected: 'netmask /24, 50 client addresses of one network' },
    director: 'lb1',
    services: [
      serviceOn('10.0.0.102', 'wrr', ['rs3', 'rs4'], { persistence: { timeout: 60, netmask: 24 }, port: 3307 }),
    ],
    inject: async ({ clients }) => {
      clients.c1.start({ target: target('10.0.0.102', 3307), requestsPerSecond: 3 });
    },
    says: {
      code: 'persistence-netmask',
      evidence: (finding) => {
        expect(finding).toMatchObject({
          figures: { got: 1, expected: 0.5, netmask: 24, templates: 1, templatesAll: 1 },
        });
      },
    },
  },
  {
    ...{ number: 3, cause: 'wlc with persistence', injected: 'one client address holds 90 connections, another 4' },
    ...{ director: 'lb1', services: [serviceOn('10.0.0.103', 'wlc', ['rs1', 'rs2'], { persistence: whole(60) })] },
    inject: async ({ clients }) => {
      const long = { meanLifeSeconds: 3600, requestEverySeconds: 30, requestsPerSecond: 0 };
      const to = target('10.0.0.103');
      clients.c2.start({ target: to, sources: [clientNumber(1)], held: 90, ...long });
      clients.c2.start({ target: to, sources: [clientNumber(2)], held: 4, ...long });
    },
    says: {
      code: 'persistence-with-least-connection',
      evidence: (finding) => {
        expect(finding).toMatchObject({
          destination: expect.any(String),
          figures: { scheduler: 'wlc', expected: 0.5, connections: 94, templates: 1, templatesAll: 2 },
        });
        expect(figure(finding, 'got')).toBeCloseTo(90 / 94, 1);
      },
    },
  },
  {
    ...{ number: 4, cause: 'sh, few distinct sources', injected: 'one client address' },
    ...{ director: 'lb1', services: [serviceOn('10.0.0.104', 'sh', ['rs3', 'rs4'])] },
    inject: async ({ clients }) => {
      clients.c2.start({ target: target('10.0.0.104'), sources: [clientNumber(3)], requestsPerSecond: 3 });
    },
    says: {
      code: 'hash-few-sources',
      evidence: (finding) => {
        expect(finding).toMatchObject({ figures: { got: 1, expected: 0.5, scheduler: 'sh' } });
      },
    },
  },
  {
    ...{ number: 4, cause: 'dh, one VIP', injected: '50 client addresses' },
    ...{ director: 'lb1', services: [serviceOn('10.0.0.105', 'dh', ['rs1', 'rs2'])] },
    inject: async ({ clients }) => {
      clients.c1.start({ target: target('10.0.0.105'), requestsPerSecond: 3 });
    },
    says: {
      code: 'hash-one-destination',
      evidence: (finding) => {
        expect(finding).toMatchObject({ figures: { got: 1, expected: 0.5, scheduler: 'dh' } });
      },
    },
  },
];
