import { type SysctlName, sysctlNames } from '../lvs/sysctl.ts';
import { type DriftPolicy, noGuard, type Settings } from './settings.ts';

export const timeoutNames = ['tcp', 'tcpfin', 'udp'] as const;
export type TimeoutName = (typeof timeoutNames)[number];

export const guardNames = ['leastServing', 'leastWeightPercent'] as const;
export type GuardName = (typeof guardNames)[number];

/** One setting of a definition: a timeout, a sysctl of `net.ipv4.vs`, what is done about drift, a part of the guard. */
export type SettingName = TimeoutName | SysctlName | 'drift' | GuardName;

/** The settings that a definition says something about, in the order of a form; what it leaves open is missing. */
export type FlatSettings = ReadonlyMap<SettingName, number | DriftPolicy>;

export function flatSettings({ timeouts, sysctls, drift, guard }: Settings): FlatSettings {
  const flat = new Map<SettingName, number | DriftPolicy>();
  for (const name of timeoutNames) if (timeouts[name] !== null) flat.set(name, timeouts[name]);
  for (const name of sysctlNames) if (sysctls[name] !== undefined) flat.set(name, sysctls[name]);
  flat.set('drift', drift);
  for (const name of guardNames) flat.set(name, guard[name]);
  return flat;
}

/** The settings that `flatSettings` would make the same of. */
export function settingsFrom(flat: FlatSettings): Settings {
  const seconds = (name: TimeoutName): number | null => {
    const value = flat.get(name);
    return typeof value === 'number' ? value : null;
  };
  const least = (name: GuardName): number => {
    const value = flat.get(name);
    return typeof value === 'number' ? value : noGuard[name];
  };
  const sysctls = sysctlNames.flatMap((name): [SysctlName, number][] => {
    const value = flat.get(name);
    return typeof value === 'number' ? [[name, value]] : [];
  });
  return {
    timeouts: { tcp: seconds('tcp'), tcpfin: seconds('tcpfin'), udp: seconds('udp') },
    sysctls: Object.fromEntries(sysctls),
    drift: flat.get('drift') === 'repair' ? 'repair' : 'report',
    guard: { leastServing: least('leastServing'), leastWeightPercent: least('leastWeightPercent') },
  };
}

export const isTimeout = (name: string): name is TimeoutName => timeoutNames.some((timeout) => timeout === name);

const isGuard = (name: string): name is GuardName => guardNames.some((part) => part === name);

/** `900 s` of a timeout, `50 %` of a share, the bare value of another setting. */
export function settingText(name: SettingName, value: number | DriftPolicy): string {
  if (name === 'leastWeightPercent') return `${value} %`;
  return isTimeout(name) ? `${value} s` : String(value);
}

/** The word of a setting's field: `tcp-timeout`, `sysctl`, `drift`, `guard`. */
export function settingField(name: SettingName): `${TimeoutName}-timeout` | 'sysctl' | 'drift' | 'guard' {
  if (isTimeout(name)) return `${name}-timeout`;
  if (isGuard(name)) return 'guard';
  return name === 'drift' ? 'drift' : 'sysctl';
}
