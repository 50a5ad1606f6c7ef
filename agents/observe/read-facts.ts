import { readFileSync, readlinkSync } from 'node:fs';
import { networkInterfaces, release } from 'node:os';
import { compareAddresses, parseAddress } from '../../domain/lvs/address.ts';
import type { DirectorFacts } from '../../domain/observation/observation.ts';
import type { Kernel } from '../ipvs/kernel.ts';

/** What the director is and how it is set, from its kernel and /proc. Throws a NetlinkError. */
export async function readFacts(
  kernel: Pick<Kernel, 'readInfo' | 'readSettings' | 'readDaemons'>,
): Promise<DirectorFacts> {
  const { version, connectionTableSize } = await kernel.readInfo();
  const { timeouts, sysctls } = await kernel.readSettings();
  const daemons = await kernel.readDaemons();
  return {
    kernel: release(),
    ipvs: version,
    connectionTableSize,
    bootId: readBootId(),
    sysctls,
    timeouts,
    daemons: daemons.map(({ state, interface: name, syncId }) => ({ state, interface: name, syncId })),
    addresses: readAddresses(),
  };
}

export const readBootId = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

/** The boot and network namespace of this process: where either changes, its IPVS table is another one. */
export const kernelInstance = (): string => `${readBootId()} ${readlinkSync('/proc/self/ns/net')}`;

function readAddresses(): DirectorFacts['addresses'] {
  const found = Object.values(networkInterfaces()).flatMap((entries) =>
    (entries ?? []).flatMap(({ address }) => {
      const parsed = parseAddress(address);
      return parsed.ok ? [parsed.value] : [];
    }),
  );
  return [...new Set(found)].sort(compareAddresses);
}
