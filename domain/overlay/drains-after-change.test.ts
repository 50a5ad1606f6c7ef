import { describe, expect, test } from 'vitest';
import { applyChange, type Change } from '../definition/change.ts';
import type { Definition } from '../definition/definition.ts';
import { tutorialDefinition, web1, webKey } from '../display/cluster-record.example.ts';
import { drainsAfterChange } from './drains-after-change.ts';
import { drainOf } from './overlay.example.ts';
import type { Overlay } from './overlay.ts';

const ofServer = drainOf({ kind: 'real-server', name: 'web1' });
const ofDestination = drainOf({ kind: 'destination', service: webKey, destination: web1 });

function after(change: Change, overlay: Overlay) {
  const changed = applyChange(tutorialDefinition, change);
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
  const { kept, ended, lost } = drainsAfterChange(tutorialDefinition, changed.definition, [overlay], change);
  return { kept: kept.length, ended: ended.length, lost };
}

const [service] = tutorialDefinition.services as [Definition['services'][0]];
const [destination] = service.destinations as [(typeof service.destinations)[0]];
const lost = [`${webKey} ${web1}`];

describe.each([
  ['of a real server', ofServer],
  ['of a destination', ofDestination],
])('a drain %s', (_, overlay) => {
  test('is kept by a change of something else', () => {
    const change: Change = { kind: 'edit-service', key: webKey, service: { ...service, scheduler: 'rr' } };
    expect(after(change, overlay)).toEqual({ kept: 1, ended: 0, lost: [] });
  });

  test('is kept by a change of the written weight under it', () => {
    const change: Change = {
      kind: 'edit-destination',
      service: webKey,
      key: web1,
      destination: { ...destination, weight: 9 },
    };
    expect(after(change, overlay)).toEqual({ kept: 1, ended: 0, lost: [] });
  });
});

test('a drain of a destination ends when the destination or its service is removed', () => {
  const removals: Change[] = [
    { kind: 'remove-destination', service: webKey, key: web1 },
    { kind: 'remove-service', key: webKey },
  ];
  for (const change of removals) expect(after(change, ofDestination)).toEqual({ kept: 0, ended: 1, lost: [] });
});

test('a service that moves to another VIP would let a drained destination serve there', () => {
  const key = { ...service.key, port: 80, fwmark: 7, kind: 'fwmark' as const, family: 'ipv4' as const };
  const { kind, fwmark, family } = key;
  const destinations = service.destinations.map((one) => ({ ...one, port: 0 }));
  const moved: Change = {
    kind: 'edit-service',
    key: webKey,
    service: { ...service, key: { kind, fwmark, family }, destinations },
  };
  expect(after(moved, ofServer)).toMatchObject({ kept: 1, lost: [] });
  const samePorts: Change = {
    kind: 'edit-service',
    key: webKey,
    service: { ...service, key: { kind: 'address', protocol: 'UDP', address: destination.address, port: 80 } },
  };
  expect(after(samePorts, ofDestination)).toMatchObject({ ended: 1, lost });
});

test('another name for a drained real server would end its drain', () => {
  const realServers = tutorialDefinition.realServers.map((server) =>
    server.name === 'web1' ? { ...server, name: 'www1' } : server,
  );
  expect(after({ kind: 'name-real-servers', realServers }, ofServer)).toMatchObject({ lost });
});

test('another address for a drained destination would let that serve', () => {
  const address = '10.0.0.99' as typeof destination.address;
  const change: Change = {
    kind: 'edit-destination',
    service: webKey,
    key: web1,
    destination: { ...destination, address },
  };
  expect(after(change, ofDestination)).toMatchObject({ ended: 1, lost });
});
