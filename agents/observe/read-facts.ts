import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { networkInterfaces, release } from 'node:os';
import { compareAddresses, parseAddress } from '../../domain/lvs/address.ts';
import type { DirectorFacts } from '../../domain/observation/observation.ts';
import type { Kernel } from '../ipvs/kernel.ts';

const sysctlFolder = '/proc/sys/net/ipv4/vs';

/** What the director is and how it is set, from its kernel and /proc. Throws a NetlinkError. */
export async function readFacts(kernel: Kernel): Promise<DirectorFacts> {
  const { version, connectionTableSize } = await kernel.readInfo();
  const timeouts = await kernel.readTimeouts();
  const daemons = await kernel.readDaemons();
  return {
    kernel: release(),
    ipvs: version,
    connectionTableSize,
    bootId: readBootId(),
    sysctls: readSysctls(),
    timeouts,
    daemons: daemons.map(({ state, interface: name, syncId }) => ({ state, interface: name, syncId })),
    addresses: readAddresses(),
  };
}

export const readBootId = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

/** The boot and network namespace of this process: where either changes, its IPVS table is another one. */
export const kernelInstance = (): string => `${readBootId()} ${readlinkSync('/proc/self/ns/net')}`;

/** `net.ipv4.vs.*` that are one number each; `sync_threshold` is two and left out. */
function readSysctls(): Record<string, number> {
  const found: Record<string, number> = {};
  for (const name of namesIn(sysctlFolder)) {
    const value = Number(readFileSync(`${sysctlFolder}/${name}`, 'utf8'));
    if (Number.isFinite(value)) found[name] = value;
  }
  return found;
}

/** Empty where the module isn't loaded. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function readAddresses(): DirectorFacts['addresses'] {
  const found = Object.values(networkInterfaces()).flatMap((entries) =>
    (entries ?? []).flatMap(({ address }) => {
      const parsed = parseAddress(address);
      return parsed.ok ? [parsed.value] : [];
    }),
  );
  return [...new Set(found)].sort(compareAddresses);
}
