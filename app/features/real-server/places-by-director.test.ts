import { describe, expect, it } from 'vitest';
import type { RealServerPlace } from '../../../domain/display/views.ts';
import { placesByDirector } from './places-by-director.ts';

const place = (director: string, activeConn: number | null, persistConn: number | null) =>
  ({ director: { name: director }, row: { activeConn, persistConn } }) as RealServerPlace;

describe('placesByDirector', () => {
  it('adds up the services of one director, and never two directors', () => {
    const loads = placesByDirector([place('lb1', 3, 0), place('lb2', 3, 0), place('lb1', 4, 2)]);
    expect(loads.map(({ director, activeConn, persistConn }) => [director.name, activeConn, persistConn])).toEqual([
      ['lb1', 7, 2],
      ['lb2', 3, 0],
    ]);
  });

  it('says nothing of a sum whose parts are not all known', () => {
    const [load] = placesByDirector([place('lb1', 3, 1), place('lb1', null, 1)]);
    expect(load?.activeConn).toBeNull();
    expect(load?.persistConn).toBe(2);
  });
});
