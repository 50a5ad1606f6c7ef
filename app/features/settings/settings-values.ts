import { type GuardName, guardNames } from '../../../domain/definition/flat-settings.ts';
import type { DriftPolicy, Settings } from '../../../domain/definition/settings.ts';
import { type SysctlName, sysctlNames } from '../../../domain/lvs/sysctl.ts';
import { typedNumber } from '../service-form/typed.ts';

export const timeoutNames = ['tcp', 'tcpfin', 'udp'] as const;
export type TimeoutName = (typeof timeoutNames)[number];

/** The settings while somebody types: texts, and an empty one leaves the kernel's as it is. */
export interface SettingsValues {
  /** The revision that is edited. */
  base: number;
  drift: DriftPolicy;
  timeouts: Record<TimeoutName, string>;
  sysctls: Record<SysctlName, string>;
  guard: Record<GuardName, string>;
}

const written = (value: number | null | undefined): string => (value === null || value === undefined ? '' : `${value}`);

export const valuesOfSettings = ({ drift, timeouts, sysctls, guard }: Settings, base: number): SettingsValues => ({
  base,
  drift,
  timeouts: {
    tcp: written(timeouts.tcp),
    tcpfin: written(timeouts.tcpfin),
    udp: written(timeouts.udp),
  },
  sysctls: Object.fromEntries(sysctlNames.map((name) => [name, written(sysctls[name])])) as Record<SysctlName, string>,
  guard: { leastServing: written(guard.leastServing), leastWeightPercent: written(guard.leastWeightPercent) },
});

/** What was typed, in the shape that the schema of settings checks. */
export const typedSettings = ({ drift, timeouts, sysctls, guard }: SettingsValues): unknown => ({
  drift,
  timeouts: Object.fromEntries(timeoutNames.map((name) => [name, typedNumber(timeouts[name])])),
  sysctls: Object.fromEntries(
    sysctlNames.flatMap((name) => {
      const value = typedNumber(sysctls[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  ),
  guard: Object.fromEntries(guardNames.map((name) => [name, typedNumber(guard[name]) ?? 0])),
});

/** The form's field for a path of the schema; null when no field is meant. */
export function fieldOfSettingsPath(path: readonly PropertyKey[]): string | null {
  const [first, second] = path[0] === 'settings' ? path.slice(1) : path;
  if (first === 'drift') return 'drift';
  return (first === 'timeouts' || first === 'sysctls' || first === 'guard') && typeof second === 'string'
    ? `${first}.${second}`
    : null;
}

/** How many settings were typed otherwise than they are defined. */
export function changedSettings(before: SettingsValues, now: SettingsValues): number {
  const texts = ({ drift, timeouts, sysctls, guard }: SettingsValues) => [
    drift,
    ...timeoutNames.map((name) => timeouts[name].trim()),
    ...sysctlNames.map((name) => sysctls[name].trim()),
    ...guardNames.map((name) => guard[name].trim() || '0'),
  ];
  const other = texts(now);
  return texts(before).filter((text, index) => text !== other[index]).length;
}
