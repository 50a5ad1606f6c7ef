import type { Change } from '../../domain/definition/change.ts';
import { definitionSchema } from '../../domain/definition/definition.ts';
import { publicAddress, realServers } from '../lab/namespaces.ts';

export const demoCluster = 'shop';

/** The VIPs that stand on lb1. */
export const webVip = '10.0.0.100';
export const cartVip = '10.0.0.101';

const destination = (server: (typeof realServers)[number], port: number, weight: number) => ({
  address: publicAddress(server),
  port,
  forwarding: 'direct-routing',
  weight,
});

/**
 * What the demo defines: the tutorial's wrr with weights 1 and 3 over direct routing, and a persistent service that few
 * clients use, which shows the classic skew.
 */
export const demoChange: Change = {
  kind: 'replace',
  definition: definitionSchema.parse({
    realServers: realServers.map((name) => ({ name, addresses: [publicAddress(name)] })),
    services: [
      {
        name: 'web',
        key: { kind: 'address', protocol: 'TCP', address: webVip, port: 80 },
        scheduler: 'wrr',
        destinations: [destination('rs1', 80, 1), destination('rs2', 80, 3)],
      },
      {
        name: 'cart',
        key: { kind: 'address', protocol: 'TCP', address: cartVip, port: 8080 },
        scheduler: 'wrr',
        persistence: { timeout: 10, netmask: 32 },
        destinations: realServers.map((server) => destination(server, 8080, 1)),
      },
    ],
  }),
};
