import { type KernelSettings, sysctlNames, sysctls } from '../../domain/lvs/sysctl.ts';
import type { SettingAction } from '../../domain/plan/plan.ts';
import { ok, type Result, refused } from '../../domain/result.ts';

/** How a kernel is set before anybody sets it. */
export const simulatedSettings: KernelSettings = {
  timeouts: { tcp: 900, tcpfin: 120, udp: 300 },
  sysctls: Object.fromEntries(sysctlNames.map((name) => [name, sysctls[name].initial])),
};

/** The settings after a step, or the errno that a kernel answers. */
export function settingsAfter(settings: KernelSettings, step: SettingAction): Result<KernelSettings> {
  if (step.action === 'set-timeouts') {
    const { tcp, tcpfin, udp } = step.timeouts;
    const now = settings.timeouts;
    return ok({ ...settings, timeouts: { tcp: tcp || now.tcp, tcpfin: tcpfin || now.tcpfin, udp: udp || now.udp } });
  }
  const { name, values } = step;
  const [first, second] = values;
  if (first === undefined) return refused('EINVAL');
  if (settings.sysctls[name] === undefined) return refused('ENOENT');
  if (name !== 'sync_threshold') return ok({ ...settings, sysctls: { ...settings.sysctls, [name]: first } });
  if (second === undefined || (second !== 0 && first >= second)) return refused('EINVAL');
  return ok({ ...settings, sysctls: { ...settings.sysctls, sync_threshold: first, sync_period: second } });
}
