import type { ServiceOnDirector, ServiceView } from '../../../domain/display/views.ts';
import type { ObservedForwardingMethod } from '../../../domain/lvs/forwarding-method.ts';

const forwardingName: Record<ObservedForwardingMethod, string> = {
  'direct-routing': 'Route',
  tunneling: 'Tunnel',
  masquerading: 'Masq',
  local: 'Local',
  bypass: 'Bypass',
};

/**
 * A virtual service as `ipvsadm -Ln` prints it on a director (ipvsadm.c, `print_service_entry`).
 *
 * Only what stands in that kernel: a destination whose weight there isn't known is left out.
 */
export function ipvsadmListingOf(view: ServiceView, on: ServiceOnDirector): string {
  return [
    'Prot LocalAddress:Port Scheduler Flags',
    '  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn',
    `${view.key.replace(/^(\S+) /, (_, protocol: string) => `${protocol.padEnd(4)} `)} ${view.config}`,
    ...on.destinations
      .filter((row) => row.kernelWeight !== null)
      .map((row) =>
        [
          `  -> ${row.key.padEnd(28)}`,
          forwardingName[row.forwarding].padEnd(7),
          String(row.kernelWeight).padEnd(6),
          String(row.activeConn ?? '–').padEnd(10),
          String(row.inactConn ?? '–').padEnd(10),
        ].join(' '),
      ),
  ].join('\n');
}
