import { type ServiceDefinition, serviceDefinitionSchema } from '../../domain/definition/service-definition.ts';
import { insideAddress, publicAddress, type RealServer } from '../lab/namespaces.ts';

interface Written {
  readonly port?: number;
  readonly protocol?: 'TCP' | 'UDP';
  readonly forwarding?: 'direct-routing' | 'masquerading';
  readonly persistence?: { readonly timeout: number; readonly netmask: number };
  readonly schedulerFlags?: readonly string[];
  /** In the order of the real servers; 1 unless given. */
  readonly weights?: readonly number[];
  readonly upperThresholds?: readonly number[];
}

/** A virtual service on a VIP, over direct routing and port 80 unless given. */
export function serviceOn(
  vip: string,
  scheduler: string,
  servers: readonly RealServer[],
  written: Written = {},
): ServiceDefinition {
  const { port = 80, protocol = 'TCP', forwarding = 'direct-routing', weights, upperThresholds, ...more } = written;
  return serviceDefinitionSchema.parse({
    name: `s${vip.split('.')[3]}`,
    key: { kind: 'address', protocol, address: vip, port },
    ...{ scheduler, ...more },
    destinations: servers.map((server, index) => ({
      address: forwarding === 'masquerading' ? insideAddress(server) : publicAddress(server),
      ...{ port, forwarding, weight: weights?.[index] ?? 1, upperThreshold: upperThresholds?.[index] ?? 0 },
    })),
  });
}
