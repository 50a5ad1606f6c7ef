import { isTimeout, type TimeoutName, timeoutNames } from '../definition/flat-settings.ts';
import type { Settings } from '../definition/settings.ts';
import { type KernelSettings, type SysctlName, sameSysctl } from '../lvs/sysctl.ts';
import type { SettingAction, Step } from '../plan/plan.ts';
import { stepTarget } from '../plan/step-target.ts';
import type { Stands } from './accepted-drift.ts';
import type { DriftPlace, DriftSide } from './drift-item.ts';
import type { DriftPlaces } from './drift-sources.ts';

type Name = TimeoutName | SysctlName;

/** Timeouts, or a file of `net.ipv4.vs`, that the kernel has otherwise. */
export function settingDrift(
  step: SettingAction & Step,
  { defined, desired, applied, kernel }: DriftPlaces,
): DriftPlace {
  const [first, ...others] = namesOf(step).flatMap((name): Stands[] => {
    const wanted = settingIn(desired.settings, name);
    const now = settingIn(kernel.settings, name);
    if (wanted === null || now === null || sameSysctl(name, wanted, now)) return [];
    return [{ what: 'setting', name, over: settingIn(defined.settings, name) ?? wanted, stands: now }];
  });
  if (!first) throw new RangeError(`nothing differs in ${stepTarget(step)}`);
  return {
    ...{ target: stepTarget(step), service: null, destination: null, realServer: null, kind: 'differs' },
    sides: sidesOf(step, applied?.settings ?? null),
    stands: first,
    alsoStands: others,
    notIgnorable: null,
  };
}

function namesOf(step: SettingAction): readonly Name[] {
  if (step.action === 'set-timeouts') return timeoutNames;
  return step.name === 'sync_threshold' ? ['sync_threshold', 'sync_period'] : [step.name as SysctlName];
}

/** A timeout or a sysctl by name; null where it is left open or not known. */
export function settingIn(settings: Settings | KernelSettings | null, name: string): number | null {
  if (!settings) return null;
  if (isTimeout(name)) return settings.timeouts[name];
  const sysctls: Readonly<Record<string, number | undefined>> = settings.sysctls;
  return sysctls[name] ?? null;
}

function sidesOf(step: SettingAction & Step, applied: Settings | null): DriftSide[] {
  if (step.reason.why !== 'differs') return [];
  return step.reason.differences.map((difference) => ({
    ...difference,
    applied: appliedText(step, difference.field, applied),
  }));
}

/** What the last apply left, in the words of the other two sides; null where it left the kernel’s own. */
function appliedText(step: SettingAction, field: DriftSide['field'], applied: Settings | null): string | null {
  if (!applied) return null;
  const names = namesOf(step).filter((name) => !isTimeout(name) || field === `${name}-timeout`);
  const values = names.map((name) => settingIn(applied, name));
  if (values.includes(null)) return null;
  return step.action === 'set-timeouts' ? `${values.join(' ')} s` : values.join(' ');
}
