import type { Settings } from '../definition/settings.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { KernelSettings } from '../lvs/sysctl.ts';
import type { IpvsTable } from '../lvs/table.ts';
import type { Plan } from './plan.ts';
import { planSettings } from './plan-settings.ts';
import { planTable } from './plan-table.ts';

/** What a plan starts from: the kernel's table, and how it is set where that is known. */
export interface KernelState extends IpvsTable {
  readonly settings: KernelSettings | null;
}

/** What a plan leads to. */
export interface WantedState extends IpvsTable {
  readonly settings: Settings;
}

/**
 * What to do to a kernel, in order, to make it as desired: its settings, then its table as `planTable` has it.
 *
 * Settings come first, as some say what becomes of the connections of what is removed.
 */
export function planChanges(
  desired: WantedState,
  observed: KernelState,
  owned: ReadonlySet<ServiceKeyText>,
  takeOver: ReadonlySet<ServiceKeyText>,
): Plan {
  const settings = planSettings(desired.settings, observed.settings);
  const table = planTable(desired, observed, owned, takeOver);
  return { steps: [...settings.steps, ...table.steps], foreign: table.foreign, unsupported: settings.unsupported };
}
