import type { Definition } from '../definition/definition.ts';
import { realServerNamer, realServerNames } from '../definition/real-server.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import type { DrainTarget } from '../overlay/overlay.ts';
import type { Candidate } from './deal-waves.ts';
import type { ReleaseSettings } from './release-settings.ts';

/**
 * The real servers that settings mean, in the definition's order: those with a destination in one of the services.
 *
 * Cluster-wide, a server is drained as a whole; in chosen services, its destinations there are, and it goes on serving
 * in the others.
 */
export function candidates(
  definition: Definition,
  settings: Pick<ReleaseSettings, 'services' | 'realServers'>,
): Candidate[] {
  const nameOf = realServerNamer(definition);
  const targets = new Map<string, DrainTarget[]>();
  for (const service of definition.services) {
    const key = serviceKeyText(service.key);
    if (settings.services.length > 0 && !settings.services.includes(key)) continue;
    for (const to of service.destinations) {
      const target: DrainTarget = { kind: 'destination', service: key, destination: destinationKeyText(to) };
      const name = nameOf(to.address);
      targets.set(name, [...(targets.get(name) ?? []), target]);
    }
  }
  const labels = new Map(definition.realServers.map((server) => [server.name, server.labels]));
  const isMeant = (name: string) => settings.realServers.length === 0 || settings.realServers.includes(name);
  return realServerNames(definition).flatMap((name): Candidate[] => {
    const own = targets.get(name);
    if (!own || !isMeant(name)) return [];
    const whole: DrainTarget = { kind: 'real-server', name };
    return [{ name, labels: labels.get(name) ?? [], targets: settings.services.length > 0 ? own : [whole] }];
  });
}
