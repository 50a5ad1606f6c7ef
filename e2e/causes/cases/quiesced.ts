import { expect } from 'vitest';
import { destinationKeyText } from '../../../domain/lvs/destination-key.ts';
import { serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { sourcesOf } from '../../lab/start-traffic.ts';
import type { CauseCase } from '../cause-case.ts';
import { activeOf, clientNumber, figure, target, whole } from '../clients.ts';
import { serviceOn } from '../service-on.ts';

const templates = serviceOn('10.0.0.113', 'wrr', ['rs1', 'rs2'], { persistence: whole(60) });
const ports = serviceOn('10.0.0.114', 'rr', ['rs3', 'rs4']);
const drained = serviceOn('10.0.0.122', 'wrr', ['rs1', 'rs2'], { persistence: whole(120) });
const late = serviceOn('10.0.0.125', 'rr', ['rs3', 'rs4']);
const restless = serviceOn('10.0.0.120', 'rr', ['rs1', 'rs2']);
const reused = Array.from({ length: 40 }, (_, index) => 20_001 + index);

/** Destinations that are taken out, and what comes to them nevertheless. */
export const quiescedCases: readonly CauseCase[] = [
  {
    ...{ number: 12, cause: 'quiescent templates', injected: 'weight 0 under persistence, its clients go on' },
    ...{ director: 'lb1', services: [templates] },
    inject: async ({ clients, revisions }) => {
      const sources = sourcesOf('c1', 8);
      const flow = clients.c1.start({ target: target('10.0.0.113'), sources, requestsPerSecond: 3 });
      while (Object.keys((await flow.nextReport()).answers).length < 2);
      await revisions.setWeight('alone', templates, 0, 0);
    },
    says: {
      code: 'quiesced-by-templates',
      evidence: (finding) => {
        expect(finding).toMatchObject({
          ...{ destination: '10.0.0.21:80', figures: { timeout: 60 } },
          remedies: [{ kind: 'sysctls', values: { expire_quiescent_template: 1 } }],
        });
        expect(figure(finding, 'templates')).toBeGreaterThan(0);
        expect(figure(finding, 'connections')).toBeGreaterThan(0);
      },
    },
  },
  {
    ...{ number: 13, cause: 'source-port reuse', injected: 'weight 0, clients with 40 source ports go on' },
    ...{ director: 'lb1', services: [ports] },
    inject: async ({ clients, revisions }) => {
      const from = { sources: [clientNumber(5)], localPorts: reused };
      const asks = { path: '/slow?ms=1500', requestsPerSecond: 6 };
      const flow = clients.c2.start({ target: target('10.0.0.114'), ...from, ...asks });
      const each = (counts: Record<string, number>) => counts.rs3 !== undefined && counts.rs4 !== undefined;
      while (!each((await flow.nextReport()).connections));
      await revisions.setWeight('alone', ports, 0, 0);
    },
    says: {
      code: 'quiesced-by-reused-ports',
      evidence: (finding) => {
        expect(finding).toMatchObject({
          destination: '10.0.0.23:80',
          remedies: [{ kind: 'sysctls', values: { conn_reuse_mode: 1, expire_nodest_conn: 1 } }],
        });
        expect(figure(finding, 'activeConn')).toBeGreaterThan(0);
      },
    },
  },
  {
    ...{ number: null, cause: 'a drain that persistence holds', injected: 'a drain, its clients go on' },
    ...{ director: 'lb1', services: [drained] },
    inject: async ({ clients, caller }) => {
      const sources = sourcesOf('c1', 4);
      const flow = clients.c1.start({ target: target('10.0.0.122'), sources, requestsPerSecond: 1 });
      const all = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);
      // Each client has its template then: two on each destination.
      while (all((await flow.nextReport()).connections) < 4);
      await caller.drains.start.mutate({ ...toDrain(drained), reason: 'new code' });
    },
    says: {
      code: 'drain-held-by-persistence',
      evidence: (finding) => {
        expect(finding).toMatchObject({ destination: '10.0.0.21:80', timeout: 120, persistConn: 2 });
      },
    },
  },
  {
    ...{ number: null, cause: 'a drain past its deadline', injected: 'ten connections stay, the deadline is 3 s' },
    ...{ director: 'lb1', services: [late] },
    inject: async ({ clients, caller, watch }) => {
      const held = { held: 20, meanLifeSeconds: 36_000, requestEverySeconds: 20 };
      clients.c1.start({ target: target('10.0.0.125'), requestsPerSecond: 0, ...held });
      await watch.until('20 connections', activeOf('10.0.0.125', 20));
      await caller.drains.start.mutate({ ...toDrain(late), deadlineIn: 3, atDeadline: 'ask', reason: 'new code' });
    },
    says: {
      code: 'drain-past-deadline',
      evidence: (finding) => {
        expect(finding).toMatchObject({
          ...{ destination: '10.0.0.23:80', drain: { phase: 'past-deadline', activeConn: 10 } },
          drains: [{ atDeadline: 'ask' }],
        });
      },
    },
  },
  {
    ...{ number: 20, cause: 'a destination joins and leaves', injected: 'drained and returned twice' },
    ...{ director: 'lb1', services: [restless] },
    inject: async ({ clients, caller, watch }) => {
      clients.c1.start({ target: target('10.0.0.120'), requestsPerSecond: 1 });
      const asked = { ...toDrain(restless), reason: 'a check that can’t decide' };
      for (const serving of [1, 2, 1, 2]) {
        if (serving === 1) await caller.drains.start.mutate(asked);
        else await caller.drains.end.mutate(asked);
        await watch.until(`${serving} serving`, ([alone]) => {
          const row = alone?.services.find(({ key }) => key === serviceKeyText(restless.key));
          const inStep = alone?.directors.every(({ state }) => state === 'in-step');
          return row?.serving === serving && inStep ? true : undefined;
        });
      }
    },
    says: {
      code: 'flapping',
      evidence: (finding) => {
        expect(finding).toMatchObject({ destination: '10.0.0.21:80', figures: { changes: 4 } });
      },
    },
  },
];

/** The first destination of a service, to be drained. */
function toDrain(service: CauseCase['services'][number]) {
  const [first] = service.destinations;
  if (!first) throw new Error('a service to drain has a destination');
  const destination = destinationKeyText(first);
  return {
    cluster: 'alone',
    targets: [{ kind: 'destination' as const, service: serviceKeyText(service.key), destination }],
  };
}
