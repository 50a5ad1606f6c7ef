import type { Problem } from '../definition/change.ts';
import type { Definition } from '../definition/definition.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import { candidates } from './candidates.ts';
import { type Dealt, dealWaves } from './deal-waves.ts';
import type { ReleaseSettings } from './release-settings.ts';
import { testKey } from './test-key.ts';

/** The waves that a release with these settings would have on a definition, or what is wrong with the settings. */
export function plannedWaves(definition: Definition, settings: ReleaseSettings): Dealt {
  const found = candidates(definition, settings);
  const problems = [
    ...unknownIn(
      definition,
      settings,
      found.map(({ name }) => name),
    ),
    ...testProblems(definition, settings),
  ];
  if (problems.length > 0) return { ok: false, problems };
  if (found.length === 0) return { ok: false, problems: [{ path: ['realServers'], message: 'no-servers' }] };
  return dealWaves(settings.waves, found);
}

function unknownIn(definition: Definition, settings: ReleaseSettings, found: readonly string[]): Problem[] {
  const keys = new Set(definition.services.map((service) => serviceKeyText(service.key)));
  return [
    ...settings.services.flatMap((key, at) =>
      keys.has(key) ? [] : [{ path: ['services', at], message: 'service-unknown' }],
    ),
    ...settings.realServers.flatMap((name, at) =>
      found.includes(name) ? [] : [{ path: ['realServers', at], message: 'real-server-unknown' }],
    ),
  ];
}

function testProblems(definition: Definition, { testService, services }: ReleaseSettings): Problem[] {
  if (!testService) return [];
  const keys = new Set(definition.services.map((service) => serviceKeyText(service.key)));
  const taken = keys.has(testKey(testService));
  const isLike = keys.has(testService.like) && (services.length === 0 || services.includes(testService.like));
  return [
    ...(taken ? [{ path: ['testService', 'address'], message: 'test-service-defined' }] : []),
    ...(isLike ? [] : [{ path: ['testService', 'like'], message: 'test-service-like' }]),
  ];
}
