import { expect, it } from 'vitest';
import type { ServiceView } from '../../../domain/display/views.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import { type DrainTarget, drainTargetSchema } from '../../../domain/overlay/overlay.ts';
import { byDirector, placesInService, watchedOf } from './drain-places.ts';

const web = 'TCP 10.0.0.4:80' as ServiceKeyText;
const target = (service: string, destination: string): DrainTarget =>
  drainTargetSchema.parse({ kind: 'destination', service, destination });
const targets = [
  target(web, '10.0.0.21:80'),
  target(web, '10.0.0.22:80'),
  target('TCP 10.0.0.4:443', '10.0.0.23:443'),
  drainTargetSchema.parse({ kind: 'real-server', name: 'rs9' }),
];

it('watches each service and each real server once', () => {
  expect(watchedOf(targets)).toEqual([
    { kind: 'service', key: web },
    { kind: 'service', key: 'TCP 10.0.0.4:443' },
    { kind: 'real-server', name: 'rs9' },
  ]);
});

it('finds the targets of a service on every director', () => {
  const rows = ['10.0.0.21:80', '10.0.0.22:80', '10.0.0.23:80'].map((key) => ({ key }));
  const view = {
    key: web,
    directors: ['lb1', 'lb2'].map((name) => ({ director: { name }, destinations: rows })),
  } as unknown as ServiceView;
  const groups = byDirector(placesInService(view, targets));
  expect(groups.map((group) => group.map(({ director, row }) => `${director.name} ${row.key}`))).toEqual([
    ['lb1 10.0.0.21:80', 'lb1 10.0.0.22:80'],
    ['lb2 10.0.0.21:80', 'lb2 10.0.0.22:80'],
  ]);
});
