import type { Settings } from '../definition/settings.ts';
import { type KernelSettings, type SysctlName, sameSysctl, sysctlNames } from '../lvs/sysctl.ts';
import type { Difference, Plan, Step } from './plan.ts';

/**
 * The steps that set a kernel as a definition wants it; what the definition leaves open stays as it is.
 *
 * Sysctls that this kernel doesn't have are named in `unsupported`. Nothing is known, and nothing planned, without
 * `kernel`.
 */
export function planSettings(
  wanted: Settings,
  kernel: KernelSettings | null,
): { readonly steps: readonly Step[]; readonly unsupported: Plan['unsupported'] } {
  if (!kernel) return { steps: [], unsupported: [] };
  const defined = sysctlNames.filter((name) => wanted.sysctls[name] !== undefined);
  const differing = defined.filter((name) => {
    const now = kernel.sysctls[name];
    return now !== undefined && !sameSysctl(name, now, wanted.sysctls[name] ?? now);
  });
  return {
    steps: [...timeoutSteps(wanted, kernel), ...sysctlSteps(differing, wanted, kernel)],
    unsupported: defined.filter((name) => kernel.sysctls[name] === undefined),
  };
}

function timeoutSteps({ timeouts }: Settings, kernel: KernelSettings): Step[] {
  const differences = (['tcp', 'tcpfin', 'udp'] as const).flatMap((name): Difference[] => {
    const desired = timeouts[name];
    if (desired === null || desired === kernel.timeouts[name]) return [];
    return [{ field: `${name}-timeout`, kernel: `${kernel.timeouts[name]} s`, desired: `${desired} s` }];
  });
  if (differences.length === 0) return [];
  const { tcp, tcpfin, udp } = timeouts;
  const action = { action: 'set-timeouts', timeouts: { tcp: tcp ?? 0, tcpfin: tcpfin ?? 0, udp: udp ?? 0 } } as const;
  return [{ ...action, reason: { why: 'differs', differences } }];
}

function sysctlSteps(differing: readonly SysctlName[], { sysctls }: Settings, kernel: KernelSettings): Step[] {
  const files = new Set(differing.map((name) => (name === 'sync_period' ? 'sync_threshold' : name)));
  return [...files].map((name): Step => {
    const parts: SysctlName[] = name === 'sync_threshold' ? ['sync_threshold', 'sync_period'] : [name];
    const text = (values: Readonly<Record<string, number | undefined>>) => parts.map((part) => values[part]).join(' ');
    return {
      action: 'set-sysctl',
      name,
      values: parts.map((part) => sysctls[part] ?? kernel.sysctls[part] ?? 0),
      reason: {
        why: 'differs',
        differences: [{ field: 'sysctl', kernel: text(kernel.sysctls), desired: text(sysctls) }],
      },
    };
  });
}
