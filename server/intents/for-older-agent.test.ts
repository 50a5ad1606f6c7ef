import { expect, test } from 'vitest';
import { z } from 'zod';
import { definitionSchema } from '../../domain/definition/definition.ts';
import { drainOf } from '../../domain/overlay/overlay.example.ts';
import { type Intent, intentSchema } from '../../domain/wire/intent.ts';
import { forOlderAgent } from './for-older-agent.ts';

const definition = definitionSchema.parse({
  realServers: [{ name: 'web1', addresses: ['10.0.0.21'], labels: ['half=1'] }],
  services: [
    {
      name: 'web',
      key: { kind: 'address', protocol: 'TCP', address: '10.0.0.100', port: 80 },
      scheduler: 'wrr',
      check: { kind: 'http', path: '/health' },
      destinations: [{ address: '10.0.0.21', port: 80, forwarding: 'direct-routing', weight: 1 }],
    },
  ],
  settings: { guard: { leastServing: 1 } },
});

const intent: Intent = {
  ...{ version: 1, director: 'd', cluster: 'shop', generation: 1, revision: 1, definition },
  overlays: [drainOf({ kind: 'real-server', name: 'web1' }, { mode: 'elsewhere' })],
  ...{ accepted: [], takeOver: [], only: null, removesAll: false, issuedAt: 0 },
};

/** Only the fields that agents knew then, so that another one is refused as they refuse it. */
const olderSchema = z.object({
  definition: z.strictObject({
    settings: z.strictObject({ timeouts: z.unknown(), sysctls: z.unknown(), drift: z.unknown() }),
    realServers: z.array(z.strictObject({ name: z.string(), addresses: z.array(z.string()) })),
    services: z.array(
      z.strictObject({
        ...{ name: z.unknown(), key: z.unknown(), scheduler: z.unknown(), schedulerFlags: z.unknown() },
        ...{ onePacket: z.unknown(), persistence: z.unknown(), persistenceEngine: z.unknown() },
        destinations: z.array(z.unknown()).length(1),
      }),
    ),
  }),
  overlays: z.array(
    z.strictObject({
      ...{ id: z.string(), kind: z.literal('drain'), target: z.unknown() },
      ...{ reason: z.string(), by: z.string(), since: z.number() },
    }),
  ),
});

test('an older agent gets the fields that it knows, and the same services and drains', () => {
  const sent = JSON.parse(JSON.stringify(forOlderAgent(intent)));
  expect(olderSchema.safeParse(sent)).toMatchObject({ success: true });
  expect(olderSchema.safeParse(JSON.parse(JSON.stringify(intent))).success).toBe(false);
  const read = intentSchema.parse(sent);
  expect(read.overlays).toMatchObject([{ target: { name: 'web1' }, mode: 'wait' }]);
  expect(read.definition.services[0]).toEqual({ ...definition.services[0], check: null });
});
