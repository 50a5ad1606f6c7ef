import { foldedAddress, hash32 } from './hash-address.ts';
import { type ConnectionScheduler, type ScheduledDestination, takesConnections } from './scheduled-destination.ts';

/** CONFIG_IP_VS_DH_TAB_BITS as kernels are built. */
const tableBits = 8;

/** By the address that the client went to, whatever the weights are (`ip_vs_dh.c`): one VIP is one destination. */
export function dh(destinations: readonly ScheduledDestination[]): ConnectionScheduler {
  return {
    choose: ({ vip }) => {
      const destination = destinations[hash32(foldedAddress(vip), tableBits) % destinations.length];
      return destination && takesConnections(destination) ? destination : null;
    },
    changed: () => {},
  };
}
