import type { Definition } from '../definition/definition.ts';
import { realServerNamer } from '../definition/real-server.ts';
import type { ServiceDefinition } from '../definition/service-definition.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { parseServiceKey, type ServiceKey, type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { Overlay, TestOverlay } from '../overlay/overlay.ts';
import { plainConfig, tunnelOf } from '../plan/differences.ts';
import type { DesiredDestination, DesiredService } from './desired-table.ts';

/**
 * The virtual services that test overlays make: their destinations with weight 1, and nobody else.
 *
 * None has a key of `taken`: whatever the definition has, or stands by people's decision, is never touched. A
 * destination that the definition has no more is in none. They have no persistence, so that trying meets every one.
 */
export function testServices(
  definition: Definition,
  overlays: readonly Overlay[],
  taken: ReadonlySet<ServiceKeyText>,
): DesiredService[] {
  const tests = overlays.filter((overlay) => overlay.kind === 'test' && !taken.has(overlay.at)) as TestOverlay[];
  if (tests.length === 0) return [];
  const nameOf = realServerNamer(definition);
  const byKey = new Map(definition.services.map((service) => [serviceKeyText(service.key), service]));
  return [...Map.groupBy(tests, ({ at }) => at)].flatMap(([at, here]): DesiredService[] => {
    const key = parseServiceKey(at);
    if (!key.ok) return [];
    const stands = here.flatMap(({ target }) => {
      const like = target.kind === 'destination' ? byKey.get(target.service) : undefined;
      const to = like?.destinations.find(
        (one) => target.kind === 'destination' && destinationKeyText(one) === target.destination,
      );
      return like && to ? [{ like, to: tested(key.value, to, nameOf(to.address)) }] : [];
    });
    const [first] = stands;
    if (!first) return [];
    const destinations = new Map(stands.map(({ to }) => [destinationKeyText(to), to]));
    return [{ ...testConfig(first.like), name: at, key: key.value, destinations: [...destinations.values()], cut: [] }];
  });
}

const testConfig = (like: ServiceDefinition) => ({
  ...plainConfig(like),
  ...{ scheduler: 'rr', schedulerFlags: [], persistence: null, persistenceEngine: null },
});

function tested(at: ServiceKey, to: ServiceDefinition['destinations'][number], realServer: string): DesiredDestination {
  // Direct routing and tunneling leave the port as it is: the kernel takes another one, and uses the service's.
  const port = to.forwarding === 'masquerading' || at.kind !== 'address' ? to.port : at.port;
  return {
    ...{ address: to.address, port, forwarding: to.forwarding, tunnel: tunnelOf(to), realServer },
    ...{ upperThreshold: 0, lowerThreshold: 0, weight: 1, writtenWeight: 1 },
    ...{ outBy: [], isChecked: false, outByHealth: false },
  };
}
