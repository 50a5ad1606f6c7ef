import { expect, it } from 'vitest';
import { applyChange } from '../definition/change.ts';
import { tutorialDefinition, web1, web2, webKey } from '../display/cluster-record.example.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import { drainOf, testOf } from '../overlay/overlay.example.ts';
import { planTable } from '../plan/plan-table.ts';
import { desiredTable } from './desired-table.ts';

const at = 'TCP 10.0.0.100:8080' as ServiceKeyText;
const test = (destination: typeof web1, more: Parameters<typeof testOf>[2] = {}) =>
  testOf({ kind: 'destination', service: webKey, destination }, at, { id: destination, ...more });
const drained = drainOf({ kind: 'real-server', name: 'web2' });

it('stands beside the definition’s services, with weight 1 and the destination’s forwarding', () => {
  const { services } = desiredTable(tutorialDefinition, [drained, test(web2)]);
  expect(services[1]).toMatchObject({ name: at, scheduler: 'rr', persistence: null });
  expect(services[1]?.destinations).toMatchObject([
    { address: '10.0.0.22', port: 8080, weight: 1, forwarding: 'direct-routing', realServer: 'web2', outBy: [] },
  ]);
});

it('leaves production as it is, whatever is tested', () => {
  const production = desiredTable(tutorialDefinition, [drained]).services;
  expect(desiredTable(tutorialDefinition, [drained, test(web1), test(web2)]).services.slice(0, 1)).toEqual(production);
  const onProduction = test(web1, { at: webKey });
  expect(desiredTable(tutorialDefinition, [drained, onProduction]).services).toEqual(production);
});

it('goes with its last overlay, and with its destinations when the definition loses them', () => {
  const { services } = desiredTable(tutorialDefinition, [test(web2)]);
  const owned = new Set([webKey, at]);
  const left = desiredTable(tutorialDefinition, []);
  expect(planTable(left, { services }, owned, new Set()).steps).toMatchObject([{ action: 'remove-service' }]);
  const change = applyChange(tutorialDefinition, { kind: 'remove-destination', service: webKey, key: web2 });
  if (!change.ok) throw new Error(JSON.stringify(change.problems));
  expect(desiredTable(change.definition, [test(web2)]).services).toHaveLength(1);
});
