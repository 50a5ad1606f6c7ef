import { expect, it } from 'vitest';
import type { DrainFact } from '../../../domain/display/drain-preview.ts';
import { drainFigures } from './drain-figures.ts';

const service = 'TCP 10.0.0.4:80' as never;
const connections = (director: string, activeConn: number | null, persistConn: number | null): DrainFact => ({
  ...{ kind: 'connections', director, activeConn, inactConn: 0, persistConn },
});

it('never adds up a pair of directors', () => {
  const { activeConn, persistConn } = drainFigures([connections('lb1', 17, 3), connections('lb2', 16, 4)]);
  expect([activeConn, persistConn]).toEqual([17, 4]);
});

it('keeps what no director knows unknown', () => {
  expect(drainFigures([connections('lb1', null, null)]).activeConn).toBeNull();
  expect(drainFigures([connections('lb1', null, null), connections('lb2', 5, null)]).activeConn).toBe(5);
});

it('waits as long as the longest of several services', () => {
  const figures = drainFigures([
    { kind: 'persistence', service, timeout: 300 },
    { kind: 'persistence', service, timeout: 60 },
    { kind: 'udp', director: 'lb1', service, timeout: null },
  ]);
  expect([figures.persistence, figures.udp]).toEqual([300, 300]);
});
