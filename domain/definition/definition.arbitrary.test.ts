import fc from 'fast-check';
import { expect, it } from 'vitest';
import { schedulers } from '../lvs/scheduler.ts';
import { definition } from './definition.arbitrary.ts';
import { definitionSchema } from './definition.ts';

it('is a definition as it stands, in the form that parsing gives', () => {
  fc.assert(
    fc.property(definition, (one) => {
      expect(definitionSchema.parse(one)).toEqual(one);
    }),
  );
});

it('has every feature in a few hundred', () => {
  const all = fc.sample(definition, { numRuns: 500, seed: 1 });
  const services = all.flatMap((one) => one.services);
  const destinations = services.flatMap((one) => one.destinations);
  const named = new Set(all.flatMap((one) => one.realServers).flatMap((server) => server.addresses));
  expect(new Set(services.map((one) => one.scheduler)).size).toBe(schedulers.length);
  expect(new Set(destinations.map((one) => one.tunnel?.type)).size).toBe(4);
  const features = {
    sip: services.some((one) => one.persistenceEngine),
    onePacket: services.some((one) => one.onePacket),
    portZero: services.some((one) => one.key.kind === 'address' && one.key.port === 0),
    fwmark6: services.some((one) => one.key.kind === 'fwmark' && one.key.family === 'ipv6'),
    flags: services.some((one) => one.schedulerFlags.length === 2),
    netmask: services.some((one) => one.persistence && one.persistence.netmask < 32),
    mixed: services.some((one) => new Set(one.destinations.map((to) => to.forwarding)).size > 1),
    otherPort: services.some((one) =>
      one.destinations.some((to) => one.key.kind === 'address' && to.port !== one.key.port),
    ),
    thresholds: destinations.some((one) => one.lowerThreshold > 0 && one.upperThreshold < 65_536),
    named: destinations.some((one) => named.has(one.address)),
    sync: all.some((one) => one.settings.sysctls.sync_period !== undefined),
    someTimeouts: all.some((one) => one.settings.timeouts.tcp === null && one.settings.timeouts.udp !== null),
    repair: all.some((one) => one.settings.drift === 'repair'),
  };
  expect(Object.entries(features).filter(([, has]) => !has)).toEqual([]);
});
