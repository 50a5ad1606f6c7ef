import { type SysctlName, sysctlNames } from '../lvs/sysctl.ts';
import type { DriftPolicy, Settings } from './settings.ts';

export const timeoutNames = ['tcp', 'tcpfin', 'udp'] as const;
export type TimeoutName = (typeof timeoutNames)[number];

/** One setting of a definition: a timeout, a sysctl of `net.ipv4.vs`, or what is done about drift. */
export type SettingName = TimeoutName | SysctlName | 'drift';

/** The settings that a definition says something about, in the order of a form; what it leaves open is missing. */
export type FlatSettings = ReadonlyMap<SettingName, number | DriftPolicy>;

export function flatSettings({ timeouts, sysctls, drift }: Settings): FlatSettings {
  const flat = new Map<SettingName, number | DriftPolicy>();
  for (const name of timeoutNames) if (timeouts[name] !== null) flat.set(name, timeouts[name]);
  for (const name of sysctlNames) if (sysctls[name] !== undefined) flat.set(name, sysctls[name]);
  return flat.set('drift', drift);
}

/** The settings that `flatSettings` would make the same of. */
export function settingsFrom(flat: FlatSettings): Settings {
  const seconds = (name: TimeoutName): number | null => {
    const value = flat.get(name);
    return typeof value === 'number' ? value : null;
  };
  const sysctls = sysctlNames.flatMap((name): [SysctlName, number][] => {
    const value = flat.get(name);
    return typeof value === 'number' ? [[name, value]] : [];
  });
  return {
    timeouts: { tcp: seconds('tcp'), tcpfin: seconds('tcpfin'), udp: seconds('udp') },
    sysctls: Object.fromEntries(sysctls),
    drift: flat.get('drift') === 'repair' ? 'repair' : 'report',
  };
}

export const isTimeout = (name: string): name is TimeoutName => timeoutNames.some((timeout) => timeout === name);

/** `900 s` of a timeout, the bare value of another setting. */
export const settingText = (name: SettingName, value: number | DriftPolicy): string =>
  isTimeout(name) ? `${value} s` : String(value);

/** The word of a setting's field: `tcp-timeout`, `sysctl`, `drift`. */
export function settingField(name: SettingName): `${TimeoutName}-timeout` | 'sysctl' | 'drift' {
  if (isTimeout(name)) return `${name}-timeout`;
  return name === 'drift' ? 'drift' : 'sysctl';
}
