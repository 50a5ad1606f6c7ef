import { describe, expect, it } from 'vitest';
import type { DirectorView } from '../../../domain/display/views.ts';
import { lostByReapply } from './lost-by-reapply.ts';

const services = [
  {
    key: 'TCP 10.0.0.100:80',
    destinations: [
      { key: '10.0.0.21:80', activeConn: 4, inactConn: 0 },
      { key: '10.0.0.29:80', activeConn: 3, inactConn: 1 },
      { key: '10.0.0.28:80', activeConn: 0, inactConn: 0 },
    ],
  },
] as unknown as DirectorView['services'];

const item = (kind: string, destination: string | null) =>
  ({ kind, service: 'TCP 10.0.0.100:80', destination }) as Parameters<typeof lostByReapply>[1][number];
const keys = (...items: Parameters<typeof lostByReapply>[1]) => lostByReapply(services, items).map(({ key }) => key);

describe('lostByReapply', () => {
  it('names what is removed while it has connections', () => {
    expect(keys(item('extra', '10.0.0.29:80'), item('extra', '10.0.0.28:80'))).toEqual(['10.0.0.29:80']);
  });
  it('names every destination of a service that is removed', () => {
    expect(keys(item('extra', null))).toEqual(['10.0.0.21:80', '10.0.0.29:80']);
  });
  it('names nothing of what is only changed or added', () => {
    expect(keys(item('differs', '10.0.0.21:80'), item('missing', '10.0.0.29:80'))).toEqual([]);
  });
});
