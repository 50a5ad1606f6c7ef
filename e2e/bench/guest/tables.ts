import { addressFromBytes } from '../../../domain/lvs/address.ts';
import type { IpvsTable } from '../../../domain/lvs/table.ts';

/** A table of some virtual services with some destinations each, all wrr over direct routing. */
export const tableOf = (services: number, destinations: number): IpvsTable => ({
  services: Array.from({ length: services }, (_, service) => ({
    key: {
      kind: 'address' as const,
      protocol: 'TCP' as const,
      address: addressFromBytes(Uint8Array.of(10, 100 + (service >> 8), service & 255, 1)),
      port: 80,
    },
    scheduler: 'wrr',
    schedulerFlags: [],
    onePacket: false,
    persistence: null,
    persistenceEngine: null,
    destinations: Array.from({ length: destinations }, (_d, destination) => ({
      address: addressFromBytes(Uint8Array.of(10, 200, destination, 1 + (service % 250))),
      port: 80,
      forwarding: 'direct-routing' as const,
      weight: 1 + (destination % 3),
      upperThreshold: 0,
      lowerThreshold: 0,
      tunnel: null,
    })),
  })),
});
