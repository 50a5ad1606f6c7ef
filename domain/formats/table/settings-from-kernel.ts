import { noSettings, type Settings, sysctlsSchema, timeoutsSchema } from '../../definition/settings.ts';
import { type KernelSettings, type SysctlName, sysctlNames, sysctls, type Timeouts } from '../../lvs/sysctl.ts';
import { leftOut, wholeFile } from '../note.ts';
import type { Note } from '../read-file.ts';

/** What a kernel starts with (ip_vs_proto_tcp.c, ip_vs_proto_udp.c), in seconds. */
const initialTimeouts: Timeouts = { tcp: 900, tcpfin: 120, udp: 300 };

/**
 * The settings that a definition needs to set a kernel as this one is: those that aren't as a kernel starts, and those
 * that `existing` sets. What is out of a definition's range is left out, with a note.
 */
export function settingsFromKernel(
  kernel: KernelSettings | null,
  existing: Settings,
): { readonly settings: Settings; readonly notes: readonly Note[] } {
  if (!kernel) return { settings: existing, notes: [] };
  const notes: Note[] = [];
  const timeouts = { ...noSettings.timeouts };
  for (const name of ['tcp', 'tcpfin', 'udp'] as const) {
    const seconds = kernel.timeouts[name];
    if (seconds === initialTimeouts[name] && existing.timeouts[name] === null) continue;
    if (timeoutsSchema.safeParse({ [name]: seconds }).success) timeouts[name] = seconds;
    else notes.push(leftOut(wholeFile, 'timeout-out-of-range', `${name} ${seconds}`));
  }
  const values: Partial<Record<SysctlName, number>> = {};
  for (const name of sysctlNames.filter((one) => isSet(one, kernel, existing))) {
    const value = kernel.sysctls[name];
    if (value === undefined) continue;
    const { least, most } = sysctls[name];
    if (value >= least && value <= most) values[name] = value;
    else notes.push(leftOut(wholeFile, 'value-invalid', `net.ipv4.vs.${name} ${value}`));
  }
  const checked = sysctlsSchema.safeParse(values);
  if (!checked.success) {
    notes.push(leftOut(wholeFile, 'value-invalid', `net.ipv4.vs.sync_threshold ${values.sync_threshold}`));
    delete values.sync_threshold;
    delete values.sync_period;
  }
  return { settings: { timeouts, sysctls: values, drift: existing.drift, guard: existing.guard }, notes };
}

/** `sync_threshold` and `sync_period` are one file, and go together. */
function isSet(name: SysctlName, kernel: KernelSettings, existing: Settings): boolean {
  const pair: readonly SysctlName[] = ['sync_threshold', 'sync_period'];
  return (pair.includes(name) ? pair : [name]).some(
    (one) => kernel.sysctls[one] !== sysctls[one].initial || existing.sysctls[one] !== undefined,
  );
}
