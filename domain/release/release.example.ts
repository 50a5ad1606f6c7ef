import type { ReleasePlan } from './release-plan.ts';
import { type ReleaseSettings, releaseSettingsSchema, testServiceSchema } from './release-settings.ts';

/** A plan over waves of servers by name, as `[['web1', 'web2'], ['web3']]`; settings are the defaults but for these. */
export function examplePlan(
  waves: readonly (readonly string[])[] = [
    ['web1', 'web2'],
    ['web3', 'web4'],
  ],
  settings: Partial<ReleaseSettings> = {},
): ReleasePlan {
  return {
    id: 'r1',
    cluster: 'shop',
    settings: { ...releaseSettingsSchema.parse({}), ...settings },
    waves: waves.map((servers) => ({
      name: '',
      servers: servers.map((name) => ({ name, targets: [{ kind: 'real-server', name }] })),
    })),
    limit: Math.max(0, ...waves.map((servers) => servers.length)),
    directors: ['lb1', 'lb2'],
    knownFindings: [],
    overGuard: false,
  };
}

export const exampleTestService = testServiceSchema.parse({
  address: '10.0.0.100',
  port: 8080,
  like: 'TCP 10.0.0.100:80',
});
