import { expect, it } from 'vitest';
import type { DrainProgress } from '../../../domain/display/drain-progress.ts';
import type { ClusterView, RealServerView, ServiceOnDirector, ServiceView } from '../../../domain/display/views.ts';
import { drainOf } from '../../../domain/overlay/overlay.example.ts';
import type { Overlay } from '../../../domain/overlay/overlay.ts';
import { phaseCounts, phaseOf } from './drain-line.ts';
import { linesOfCluster, linesOfRealServer, linesOfService } from './lines-of.ts';

const drain = { phase: 'draining', mode: 'wait', activeConn: 4 } as unknown as DrainProgress;
const director = (name: string, receivedAt: number | null = 5) => ({ name, simulated: false, receivedAt });
const out = { drain, returning: null, outBy: [] };
const serves = { drain: null, returning: null, outBy: [] };

it('lists the real servers of a cluster that are out, in their own order', () => {
  const realServers = [
    { name: 'rs2', addresses: ['10.0.0.22'], receivedAt: 5, ...out },
    { name: 'rs3', addresses: [], receivedAt: 5, ...serves },
    { name: 'rs1', addresses: [], receivedAt: 5, ...out },
  ];
  const lines = linesOfCluster({ name: 'shop', directors: [director('lb1')], realServers } as unknown as ClusterView);
  expect(lines.map(({ name, href }) => [name, href])).toEqual([
    ['rs2', '/clusters/shop/real-servers/rs2'],
    ['rs1', '/clusters/shop/real-servers/rs1'],
  ]);
});

it('asks the director that is shown for the clients of a destination', () => {
  const destinations = [
    { key: '10.0.0.21:80', realServer: 'rs1', ...out },
    { key: '10.0.0.22:80', realServer: 'rs2', ...serves },
  ];
  const shown = { director: director('lb2'), destinations } as unknown as ServiceOnDirector;
  const view = { cluster: 'shop', definition: { check: {} } } as unknown as ServiceView;
  const lines = linesOfService(view, shown);
  expect(lines).toMatchObject([
    { name: 'rs1', checked: true, directors: [{ name: 'lb2' }], destinations: ['10.0.0.21:80'] },
  ]);
});

it('takes a real server as one, wherever it stands', () => {
  const places = ['10.0.0.21:80', '10.0.0.21:443'].flatMap((key) => [
    { director: director('lb1', 7), row: { key, health: null } },
    { director: director('lb2', null), row: { key, health: null } },
  ]);
  const view = { cluster: 'shop', name: 'rs1', addresses: [], places, ...out } as unknown as RealServerView;
  expect(linesOfRealServer(view)).toMatchObject([
    {
      receivedAt: 7,
      checked: false,
      directors: [{ name: 'lb1' }, { name: 'lb2' }],
      destinations: ['10.0.0.21:80', '10.0.0.21:443'],
    },
  ]);
  expect(linesOfRealServer({ ...view, ...serves })).toEqual([]);
});

it('counts lines by their phases, the most urgent first', () => {
  const [line] = linesOfRealServer({ cluster: 'shop', name: 'rs1', addresses: [], places: [], ...out } as never);
  if (!line) throw new Error('no line');
  const past = { ...line, drain: { ...drain, phase: 'past-deadline' as const } };
  const back = { ...line, drain: null, returning: { phase: 'ramp', share: 500 } as never };
  expect(phaseOf(back)).toBe('returning');
  expect(phaseCounts([line, back, past, line])).toEqual([
    { phase: 'past-deadline', count: 1 },
    { phase: 'draining', count: 2 },
    { phase: 'returning', count: 1 },
  ]);
});

it('says which services alone a drain is about', () => {
  const one = drainOf({
    ...{ kind: 'destination', service: 'TCP 10.0.0.4:80' as never, destination: '10.0.0.21:80' as never },
  });
  const whole = drainOf({ kind: 'real-server', name: 'rs1' });
  const within = (outBy: readonly Overlay[]) =>
    linesOfRealServer({ cluster: 'shop', name: 'rs1', addresses: [], places: [], ...out, outBy } as never)[0]?.within;
  expect(within([one, one])).toEqual(['TCP 10.0.0.4:80']);
  expect(within([one, whole])).toEqual([]);
});
