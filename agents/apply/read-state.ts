import type { KernelSettings } from '../../domain/lvs/sysctl.ts';
import type { Observation } from '../../domain/observation/observation.ts';
import type { Kernel } from '../ipvs/kernel.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';

/** What a kernel has: its table, and how it is set where that was asked for. */
export interface ObservedState extends Observation {
  readonly settings: KernelSettings | null;
}

type Readable = Pick<Kernel, 'readTable' | 'readSettings'>;

/** What a kernel has now; null when it can't be read. `settings`: `read`, or those that are known to stand. */
export async function readState(
  kernel: Readable,
  settings: 'read' | KernelSettings | null,
): Promise<ObservedState | null> {
  try {
    const observation = await kernel.readTable();
    return { ...observation, settings: settings === 'read' ? await kernel.readSettings() : settings };
  } catch (error) {
    if (error instanceof NetlinkError) return null;
    throw error;
  }
}
