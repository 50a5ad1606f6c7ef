import { expect, it } from 'vitest';
import { applyChange, changeSchema } from './change.ts';
import { definitionSchema } from './definition.ts';

const key = { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 80 };
const destination = { address: '10.0.0.21', port: 80, forwarding: 'direct-routing', weight: 1 };
const web = { name: 'web', key, scheduler: 'wrr', destinations: [destination] };
const definition = definitionSchema.parse({ services: [web] });

const after = (change: object) => applyChange(definition, changeSchema.parse(change));

it('adds, edits and removes services and destinations', () => {
  const mail = { ...web, name: 'mail', key: { ...key, port: 25 }, destinations: [] };
  expect(after({ kind: 'add-service', service: mail })).toMatchObject({
    ok: true,
    definition: { services: [{ name: 'web' }, { name: 'mail' }] },
  });
  expect(after({ kind: 'edit-service', key: 'TCP 10.0.0.4:80', service: { ...web, scheduler: 'wlc' } })).toMatchObject({
    ok: true,
    definition: { services: [{ scheduler: 'wlc' }] },
  });
  expect(after({ kind: 'remove-service', key: 'TCP 10.0.0.4:80' })).toMatchObject({
    ok: true,
    definition: { services: [] },
  });
  const second = { ...destination, address: '10.0.0.22' };
  const added = after({ kind: 'add-destination', service: 'TCP 10.0.0.4:80', destination: second });
  expect(added.ok && added.definition.services[0]?.destinations.map((to) => to.address)).toEqual([
    '10.0.0.21',
    '10.0.0.22',
  ]);
  const edited = { kind: 'edit-destination', service: 'TCP 10.0.0.4:80', key: '10.0.0.21:80' };
  expect(after({ ...edited, destination: { ...destination, weight: 9 } })).toMatchObject({
    ok: true,
    definition: { services: [{ destinations: [{ weight: 9 }] }] },
  });
  expect(after({ kind: 'remove-destination', service: 'TCP 10.0.0.4:80', key: '10.0.0.21:80' })).toMatchObject({
    ok: true,
    definition: { services: [{ destinations: [] }] },
  });
});

it('says what is wrong with the changed definition and where', () => {
  expect(after({ kind: 'add-service', service: web })).toMatchObject({
    ok: false,
    problems: [
      { path: ['services', 1, 'key'], message: 'service-key-twice' },
      { path: ['services', 1, 'name'], message: 'service-name-twice' },
    ],
  });
  expect(after({ kind: 'remove-service', key: 'TCP 10.0.0.9:80' })).toEqual({
    ok: false,
    problems: [{ path: [], message: 'service-unknown' }],
  });
  expect(after({ kind: 'remove-destination', service: 'TCP 10.0.0.4:80', key: '10.0.0.99:80' })).toEqual({
    ok: false,
    problems: [{ path: [], message: 'destination-unknown' }],
  });
});

it('leaves the definition it was given as it was', () => {
  const before = structuredClone(definition);
  after({ kind: 'remove-service', key: 'TCP 10.0.0.4:80' });
  expect(definition).toEqual(before);
});
