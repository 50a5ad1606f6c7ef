import { describe, expect, it } from 'vitest';
import { emptyDefinition } from '../definition/definition.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { VirtualService } from '../lvs/table.ts';
import { drainOf } from '../overlay/overlay.example.ts';
import {
  clusterRecord,
  directorRecord,
  kernelOf,
  observe,
  quietFacts,
  secondsTo,
  tutorialDefinition,
  tutorialWith,
  web1,
  web2,
  webKey,
} from './cluster-record.example.ts';
import { clusterView, overviewView } from './cluster-view.ts';
import { directorView } from './director-view.ts';
import { realServerView } from './real-server-view.ts';
import type { ClusterRecord, DirectorRecord } from './records.ts';
import { serviceView } from './service-view.ts';

const table = kernelOf(tutorialDefinition);
const [one, three] = table[0]?.destinations ?? [];
if (!one || !three) throw new Error('the tutorial has two destinations');
const drained = tutorialWith({ destinations: [one, { ...three, weight: 0 }] });

const overlay = drainOf({ kind: 'real-server', name: 'web2' }, { reason: 'new code' });

function cluster(
  services: readonly VirtualService[],
  {
    director,
    numbers,
    ...more
  }: Partial<ClusterRecord> & { director?: Partial<DirectorRecord>; numbers?: Parameters<typeof observe>[3] } = {},
) {
  const record = directorRecord(director);
  observe(
    record.history,
    services,
    secondsTo(20),
    numbers ?? ((second, to) => ({ conns: second * (to === web1 ? 10 : 30) })),
  );
  return clusterRecord({ directors: [record], ...more });
}

const rows = (of: ClusterRecord, at = 20_000) => serviceView(of, webKey, at)?.directors[0]?.destinations ?? [];
const states = (of: ClusterRecord, at?: number) => rows(of, at).map((row) => row.state.kind);

describe('serviceView', () => {
  it('has each destination’s numbers, shares and rates', () => {
    expect(rows(cluster(table))[1]).toMatchObject({
      key: web2,
      realServer: 'web2',
      writtenWeight: 3,
      effectiveWeight: 3,
      kernelWeight: 3,
      expectedShare: 0.75,
      gotShare: 0.75,
      activeConn: 0,
      cps: 30,
      inRate: 12_000,
      state: { kind: 'serving' },
    });
  });

  it('adds up a service on one director and names its configuration', () => {
    const view = serviceView(cluster(table), webKey, 20_000);
    expect(view).toMatchObject({ config: 'wrr', slug: 'tcp-10.0.0.100-80' });
    expect(view?.directors[0]).toMatchObject({ totals: { cps: 40 }, verdict: { kind: 'as-configured' }, owned: true });
  });

  it('knows nothing after 10 s, and never calls it 0', () => {
    const [row] = rows(cluster(table), 30_001);
    expect(row).toMatchObject({ activeConn: null, cps: null, kernelWeight: null, gotShare: null });
    expect(states(cluster(table), 30_001)).toEqual(['unknown', 'unknown']);
    expect(states(cluster(table), 30_000)).toEqual(['serving', 'serving']);
  });

  it('follows a drain from asked for to empty', () => {
    const overlays = [overlay];
    const at = (held: number, applied: number, services: readonly VirtualService[], activeConn: number) =>
      states(
        cluster(services, {
          overlays,
          director: { wanted: 2, held, applied },
          numbers: (_, to) => (to === web2 ? { activeConn } : {}),
        }),
      )[1];
    expect(at(1, 1, table, 5)).toBe('requested');
    expect(at(2, 1, table, 5)).toBe('sent');
    expect(at(2, 2, drained, 5)).toBe('draining');
    expect(at(2, 2, drained, 0)).toBe('drained');
  });

  it('calls a destination drained only when no persistence template is left either', () => {
    const held = cluster(drained, { overlays: [overlay], numbers: (_, to) => (to === web2 ? { persistConn: 2 } : {}) });
    expect(rows(held)[1]?.state).toEqual({ kind: 'draining', activeConn: 0, persistConn: 2 });
  });

  it('shows what is missing, what is too much, and what differs', () => {
    expect(states(cluster(tutorialWith({ destinations: [one] })))).toEqual(['serving', 'missing']);
    const more = { ...three, address: '10.0.0.99' as typeof three.address };
    expect(states(cluster(tutorialWith({ destinations: [one, three, more] })))).toEqual([
      'serving',
      'serving',
      'not-defined',
    ]);
    expect(states(cluster(drained))).toEqual(['serving', 'drifted']);
  });

  it('is null for what nobody has, and there for what only a kernel has', () => {
    expect(serviceView(cluster(table), 'TCP 10.0.0.9:9' as ServiceKeyText, 20_000)).toBeNull();
    const foreign = cluster(table, { definition: emptyDefinition, director: { owned: new Set() } });
    expect(serviceView(foreign, webKey, 20_000)).toMatchObject({ definition: null, directors: [{ owned: false }] });
  });

  it('says where the VIP stands', () => {
    const facts = { ...quietFacts, addresses: ['10.0.0.100' as typeof one.address] };
    expect(serviceView(cluster(table, { director: { facts } }), webKey, 20_000)?.directors[0]?.vipActive).toBe(true);
    expect(serviceView(cluster(table), webKey, 20_000)?.directors[0]?.vipActive).toBe(false);
  });
});

describe('a pair of directors', () => {
  const pair = () => {
    const master = directorRecord({ name: 'lb1' });
    const backup = directorRecord({ name: 'lb2' });
    observe(master.history, table, secondsTo(20), (second, to) => ({
      conns: second * (to === web1 ? 10 : 30),
      activeConn: 7,
    }));
    observe(backup.history, table, secondsTo(20), () => ({ activeConn: 7 }));
    return clusterRecord({ directors: [backup, master] });
  };

  it('is never added up', () => {
    const view = clusterView(pair(), 20_000);
    expect(view.services[0]).toMatchObject({ director: 'lb1', cps: 40, activeConn: 14 });
    expect(view.realServers.map((server) => [server.name, server.activeConn, server.cps])).toEqual([
      ['web1', 7, 10],
      ['web2', 7, 30],
    ]);
    expect(overviewView([pair()], 20_000).clusters[0]).toMatchObject({ cps: 40, activeConn: 14, services: 1 });
  });
});

it('knows how a kernel is set only while its numbers are known', () => {
  const record = directorRecord();
  observe(record.history, table, secondsTo(20), () => ({}));
  const kernel = (at: number) => clusterView(clusterRecord({ directors: [record] }), at).kernels[0];
  const { timeouts, sysctls } = quietFacts;
  expect(kernel(20_000)).toEqual({
    director: 'lb1',
    release: '6.1.0',
    settings: { timeouts, sysctls },
    receivedAt: record.history.latest?.receivedAt,
  });
  expect(kernel(40_000)?.settings).toBeNull();
});

it('counts real servers by what they do', () => {
  const view = overviewView(
    [cluster(drained, { overlays: [overlay], director: { wanted: 2, held: 2, applied: 2 } })],
    20_000,
  );
  expect(view.clusters[0]?.realServers).toEqual({ serving: 1, draining: 0, out: 1, unknown: 0 });
});

it('shows a real server in every service it stands in, with the drain over it', () => {
  const view = realServerView(cluster(drained, { overlays: [overlay] }), 'web2', 20_000);
  expect(view).toMatchObject({ addresses: ['10.0.0.22'], outBy: [{ id: 'd' }] });
  expect(view?.places.map((place) => [place.director.name, place.service, place.row.state.kind])).toEqual([
    ['lb1', webKey, 'drained'],
  ]);
  expect(realServerView(cluster(table), 'web9', 20_000)).toBeNull();
});

describe('directorView', () => {
  it('tells ours from foreign, drifted and missing', () => {
    const foreign = {
      ...tutorialWith({ key: { kind: 'fwmark', fwmark: 7, family: 'ipv4' } })[0],
      destinations: [],
    } as VirtualService;
    const view = directorView(cluster([...table, foreign]), 'lb1', 20_000);
    expect(view?.services.map((service) => [service.key, service.standing])).toEqual([
      [webKey, 'ours'],
      ['FWM 7', 'foreign'],
    ]);
    expect(directorView(cluster(drained), 'lb1', 20_000)?.services[0]?.standing).toBe('drifted');
    expect(directorView(cluster([]), 'lb1', 20_000)?.services[0]?.standing).toBe('missing');
  });

  it('prints the kernel’s table as ipvsadm -Ln does', () => {
    const listing = directorView(
      cluster(table, { numbers: () => ({ activeConn: 3, inactConn: 12 }) }),
      'lb1',
      20_000,
    )?.ipvsadm;
    expect(listing?.split('\n')).toEqual([
      'IP Virtual Server version 1.2.1 (size=4096)',
      'Prot LocalAddress:Port Scheduler Flags',
      '  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn',
      'TCP  10.0.0.100:80 wrr',
      '  -> 10.0.0.21:80                 Route   1      3          12        ',
      '  -> 10.0.0.22:80                 Route   3      3          12        ',
    ]);
  });
});
