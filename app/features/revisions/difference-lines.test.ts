import { describe, expect, it } from 'vitest';
import { definitionSchema } from '../../../domain/definition/definition.ts';
import { definitionDifference } from '../../../domain/definition/difference.ts';
import { serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { differenceLines } from './difference-lines.ts';

const service = (name: string, port: number, weight: number, scheduler = 'wrr') => ({
  name,
  key: { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port },
  scheduler,
  destinations: [{ address: '10.0.0.21', port, forwarding: 'direct-routing', weight }],
});
const defined = (services: unknown[], more: object = {}) => definitionSchema.parse({ services, ...more });

describe('differenceLines', () => {
  it('puts a service above its destinations, also where it stays itself', () => {
    const before = defined([service('web', 80, 1), service('mail', 25, 1)]);
    const after = defined([service('web', 80, 3), service('mail', 25, 5, 'rr')], {
      realServers: [{ name: 'rs1', addresses: ['10.0.0.21'] }],
      settings: { drift: 'repair' },
    });
    const names = new Map(after.services.map(({ key, name }) => [serviceKeyText(key), name]));
    const lines = differenceLines(definitionDifference(before, after), (key) => names.get(key));
    expect(
      lines.map((line) => (line.at === 'row' ? `${line.row.kind} ${line.row.what}` : `${line.at} ${line.id}`)),
    ).toEqual([
      'service of TCP 10.0.0.4:80',
      'changed destination',
      'changed service',
      'changed destination',
      'head real-servers',
      'added real-server',
      'head settings',
      'changed setting',
    ]);
    expect(lines[0]).toMatchObject({ name: 'web' });
  });

  it('has nothing to say where nothing differs', () => {
    const same = defined([service('web', 80, 1)]);
    expect(differenceLines(definitionDifference(same, same), () => undefined)).toEqual([]);
  });
});
