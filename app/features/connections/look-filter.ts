import { type ConnectionFilter, connectionFilterSchema } from '../../../domain/connections/connection-summary.ts';
import type { DirectorService } from '../../../domain/display/views.ts';
import { parseServiceKey } from '../../../domain/lvs/service-key.ts';

type Looked = Pick<DirectorService, 'key' | 'destinations'>;

/**
 * The filter of a look at one service, or at all; null when the client's text is no beginning of an address.
 *
 * An entry doesn't say which firewall mark it came by, so a service by mark is looked at by its destinations.
 */
export function lookFilter(service: Looked | null, client: string): ConnectionFilter | null {
  const key = service && parseServiceKey(service.key);
  const vip =
    key?.ok && key.value.kind === 'address'
      ? { address: key.value.address, port: key.value.port, protocol: key.value.protocol }
      : null;
  const parsed = connectionFilterSchema.safeParse({
    destinations: service && !vip ? service.destinations.map((to) => to.key) : null,
    vip,
    client: client.trim() === '' ? null : client,
  });
  return parsed.success ? parsed.data : null;
}
