import { expect, it } from 'vitest';
import type { Definition } from '../definition/definition.ts';
import { emptyDefinition } from '../definition/definition.ts';
import { drainOf } from '../overlay/overlay.example.ts';
import {
  clusterRecord,
  directorRecord,
  kernelOf,
  observe,
  quietFacts,
  secondsTo,
  tutorialDefinition,
  web1,
  web2,
  webKey,
} from './cluster-record.example.ts';
import { previewOf } from './preview-of.ts';

const drain = (destination = web2) => drainOf({ kind: 'destination', service: webKey, destination });

const services = (change: (service: Definition['services'][number]) => Definition['services'][number]) => ({
  ...tutorialDefinition,
  services: tutorialDefinition.services.map(change),
});
const persistent = services((service) => ({ ...service, persistence: { timeout: 300, netmask: 32 } }));

/** A cluster whose one director stands to `definition`, with 17 connections and 3 templates on web2. */
function standing(definition: Definition, quiescent = 0) {
  const facts = { ...quietFacts, sysctls: { expire_quiescent_template: quiescent } };
  const record = directorRecord({ facts });
  observe(record.history, kernelOf(definition), secondsTo(2), (_, to) =>
    to === web2 ? { activeConn: 17, inactConn: 5, persistConn: 3 } : {},
  );
  return clusterRecord({ definition, directors: [record] });
}

it('shows a drain as one ipvsadm line with its reason, and that connections stay', () => {
  const before = standing(tutorialDefinition);
  const preview = previewOf(before, { ...before, overlays: [drain()] }, 3_500);
  expect(preview.directors).toEqual([
    {
      director: 'lb1',
      simulated: false,
      observationAge: 1_500,
      totalSteps: 1,
      steps: [
        {
          line: 'ipvsadm -e -t 10.0.0.100:80 -r 10.0.0.22:80 -g -w 0',
          reason: { why: 'differs', differences: [{ field: 'weight', kernel: '3', desired: '0' }] },
        },
      ],
    },
  ]);
  expect(preview.effects).toEqual([
    { kind: 'connections-stay', director: 'lb1', service: webKey, destination: web2, activeConn: 17 },
  ]);
  expect(preview.confirm).toBeNull();
});

it('tells the truth about persistence', () => {
  const stay = standing(persistent);
  expect(previewOf(stay, { ...stay, overlays: [drain()] }, 3_000).effects).toContainEqual({
    kind: 'persistent-clients-stay',
    director: 'lb1',
    service: webKey,
    destination: web2,
    persistConn: 3,
    timeout: 300,
  });
  const move = standing(persistent, 1);
  expect(previewOf(move, { ...move, overlays: [drain()] }, 3_000).effects).toContainEqual(
    expect.objectContaining({ kind: 'persistent-clients-move', persistConn: 3 }),
  );
});

it('asks for the name before nobody serves any more', () => {
  const before = standing(tutorialDefinition);
  const preview = previewOf(before, { ...before, overlays: [drain(web1), { ...drain(), id: 'e' }] }, 3_000);
  expect(preview.effects).toContainEqual({ kind: 'no-destination-serves', director: 'lb1', service: webKey });
  expect(preview.confirm).toBe('web');
});

it('asks for the name before live connections are lost', () => {
  const before = standing(tutorialDefinition);
  const removed = services((service) => ({ ...service, destinations: service.destinations.slice(0, 1) }));
  const preview = previewOf(before, { ...before, definition: removed }, 3_000);
  expect(preview.effects).toEqual([
    { kind: 'connections-lost', director: 'lb1', service: webKey, destination: web2, activeConn: 17, inactConn: 5 },
  ]);
  expect(preview.confirm).toBe('web');

  const all = previewOf(before, { ...before, definition: { ...tutorialDefinition, services: [] } }, 3_000);
  expect(all).toMatchObject({ removesAll: true, confirm: 'web' });
  expect(all.directors[0]?.steps.map((step) => step.line)).toEqual(['ipvsadm -D -t 10.0.0.100:80']);
});

it('says where a kernel is too old for a scheduler, once it would be asked for it', () => {
  const twos = services((service) => ({ ...service, scheduler: 'twos' }));
  const of = (definition: Definition, becomes: Definition, kernel: string) => {
    const before = standing(definition);
    const directors = before.directors.map((record) => ({ ...record, facts: { ...quietFacts, kernel } }));
    const own = { ...before, directors };
    return previewOf(own, { ...own, definition: becomes }, 3_000).effects;
  };
  expect(of(tutorialDefinition, twos, '5.10.0-33-amd64')).toEqual([
    {
      ...{ kind: 'scheduler-too-old', director: 'lb1', service: webKey },
      ...{ scheduler: 'twos', kernel: '5.10.0-33-amd64', since: '5.12' },
    },
  ]);
  expect(of(emptyDefinition, twos, '5.10.0')).toHaveLength(1);
  expect(of(tutorialDefinition, twos, '6.1.0')).toEqual([]);
  expect(of(twos, twos, '5.10.0')).toEqual([]);
});

it('names foreign services in the way and plans nothing for them until they are taken over', () => {
  const record = directorRecord({ owned: new Set() });
  const wider = services((service) => ({ ...service, scheduler: 'rr' }));
  observe(record.history, kernelOf(wider), secondsTo(2), () => ({}));
  const before = clusterRecord({ directors: [record], definition: emptyDefinition });
  const after = { ...before, definition: tutorialDefinition };
  expect(previewOf(before, after, 3_000)).toMatchObject({ foreign: [webKey], directors: [{ steps: [] }] });
  const taken = previewOf(before, { ...after, takeOver: new Set([webKey]) }, 3_000);
  expect(taken).toMatchObject({
    foreign: [],
    directors: [{ steps: [{ line: 'ipvsadm -E -t 10.0.0.100:80 -s wrr' }] }],
  });
});

it('plans nothing on a director that was never heard, and says so', () => {
  const before = clusterRecord({ directors: [directorRecord({ lastSeen: null })] });
  const preview = previewOf(before, { ...before, overlays: [drain()] }, 3_000);
  expect(preview.directors).toEqual([
    { director: 'lb1', simulated: false, observationAge: null, steps: [], totalSteps: 0 },
  ]);
});

it('shows only the places that it is confined to', () => {
  const before = standing(tutorialDefinition);
  const lines = (only: ReadonlySet<string> | null) =>
    previewOf(before, { ...before, overlays: [drain(web1), { ...drain(), id: 'e' }] }, 3_000, only).directors[0]?.steps;
  expect(lines(null)).toHaveLength(2);
  expect(lines(new Set([`${webKey} ${web2}`]))).toMatchObject([{ line: expect.stringContaining(web2) }]);
  expect(lines(new Set([webKey]))).toHaveLength(2);
  expect(lines(new Set(['timeouts']))).toEqual([]);
});
