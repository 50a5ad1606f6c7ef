import { expect } from 'vitest';
import type { CauseCase } from '../cause-case.ts';
import { activeOf, figure, target } from '../clients.ts';
import { serviceOn } from '../service-on.ts';

const keepAlive = serviceOn('10.0.0.106', 'wrr', ['rs1', 'rs2']);
const returning = serviceOn('10.0.0.107', 'rr', ['rs3', 'rs4'], { weights: [0, 1] });
const growing = serviceOn('10.0.0.108', 'wlc', ['rs1', 'rs2'], { weights: [1, 0] });
const closing = serviceOn('10.0.0.109', 'wrr', ['rs1', 'rs2'], { forwarding: 'masquerading' });
const slow = serviceOn('10.0.0.110', 'wlc', ['rs3', 'rs4']);

/** Connections that stand, and don't fall as new ones do. */
export const standingCases: readonly CauseCase[] = [
  {
    ...{ number: 5, cause: 'keep-alive connections on one server', injected: 'rs1 keeps each connection for 20 s' },
    ...{ director: 'lb1', services: [keepAlive] },
    inject: async ({ clients }) => {
      const path = '/slow?ms=0&rs1=20000';
      clients.c1.start({ target: target('10.0.0.106'), path, requestsPerSecond: 7, timeoutMs: 60_000 });
    },
    says: {
      code: 'long-lived-connections',
      evidence: (finding) => {
        expect(finding).toMatchObject({ destination: '10.0.0.21:80', remedies: [{ scheduler: 'wlc' }] });
        // Some 3.5 a second that stay for 20 s.
        expect(figure(finding, 'activeConn')).toBeGreaterThan(40);
        expect(figure(finding, 'activeConn')).toBeLessThan(110);
        expect(figure(finding, 'activeExpected')).toBeLessThan(60);
      },
    },
  },
  {
    ...{ number: 6, cause: 'a destination that returns', injected: 'rs3 gets weight 1 while rs4 holds 80 connections' },
    ...{ director: 'lb1', services: [returning] },
    inject: async ({ clients, revisions, watch }) => {
      const long = { held: 80, meanLifeSeconds: 36_000, requestEverySeconds: 20 };
      clients.c1.start({ target: target('10.0.0.107'), requestsPerSecond: 6, ...long });
      await watch.until('80 connections on rs4', activeOf('10.0.0.107', 80));
      await revisions.setWeight('alone', returning, 0, 1);
    },
    says: {
      code: 'came-back',
      evidence: (finding) => {
        expect(finding).toMatchObject({ destination: '10.0.0.23:80' });
        expect(figure(finding, 'activeConn')).toBeLessThan(8);
        expect(figure(finding, 'activeExpected')).toBeGreaterThanOrEqual(38);
      },
    },
  },
  {
    ...{ number: 7, cause: 'a new destination under wlc', injected: 'rs2 gets weight 1 while rs1 has 200 connections' },
    ...{ director: 'lb1', services: [growing] },
    inject: async ({ clients, revisions, watch }) => {
      const lives = { held: 200, meanLifeSeconds: 40, requestEverySeconds: 40, requestsPerSecond: 0 };
      clients.c1.start({ target: target('10.0.0.108'), ...lives });
      await watch.until('180 connections on rs1', activeOf('10.0.0.108', 180));
      await revisions.setWeight('alone', growing, 1, 1);
    },
    says: {
      code: 'newcomer-gets-all',
      evidence: (finding) => {
        expect(finding).toMatchObject({ destination: '10.0.0.22:80', figures: { expected: 0.5, scheduler: 'wlc' } });
        expect(figure(finding, 'got')).toBeGreaterThan(0.7);
      },
    },
  },
  {
    ...{ number: 8, cause: 'InActConn uneven, ActiveConn about 0', injected: 'rs1 resets what its clients end' },
    ...{ director: 'lb1', services: [closing] },
    inject: async ({ clients }) => {
      clients.c1.start({ target: target('10.0.0.109'), path: '/reset?rs1', requestsPerSecond: 8 });
    },
    says: {
      code: 'inactive-uneven',
      evidence: (finding) => {
        expect(finding).toMatchObject({ destination: '10.0.1.22:80', severity: 'notice' });
        // An entry in TIME_WAIT stands for 120 s, a closed one for 10 s.
        expect(figure(finding, 'got')).toBeGreaterThan(0.75);
        expect(figure(finding, 'activeConn')).toBeLessThan(5);
      },
    },
  },
  {
    ...{ number: 9, cause: 'a slow server under wlc', injected: 'rs4 answers in 48 s, rs3 in 16 s' },
    ...{ director: 'lb1', services: [slow] },
    inject: async ({ clients }) => {
      const path = '/slow?ms=16000&rs4=48000';
      clients.c1.start({ target: target('10.0.0.110'), path, requestsPerSecond: 13, timeoutMs: 120_000 });
    },
    says: {
      code: 'slower-server',
      evidence: (finding) => {
        expect(finding).toMatchObject({ destination: '10.0.0.24:80', severity: 'notice', figures: { expected: 0.5 } });
        // A third as fast at as many connections: a quarter of them.
        expect(figure(finding, 'got')).toBeGreaterThan(0.15);
        expect(figure(finding, 'got')).toBeLessThan(0.4);
      },
    },
  },
];
