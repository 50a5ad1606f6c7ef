import type { Definition } from '../../../domain/definition/definition.ts';
import { timeoutNames } from '../../../domain/definition/flat-settings.ts';
import type { Settings } from '../../../domain/definition/settings.ts';
import { desiredTable } from '../../../domain/desired/desired-table.ts';
import { serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { sysctlNames } from '../../../domain/lvs/sysctl.ts';
import { ipvsadmLine, sysctlLine } from '../../../domain/plan/ipvsadm-line.ts';
import type { StepReason } from '../../../domain/plan/plan.ts';
import { planTable } from '../../../domain/plan/plan-table.ts';

export interface LineBetween {
  readonly line: string;
  /** Null where the line says it all. */
  readonly reason: StepReason | null;
}

/**
 * The commands that lead a director which has all of one definition to another, in the order of a plan.
 *
 * A setting that is left to the kernel afterwards has no command: it stays as it is.
 */
export function linesBetween(before: Definition, after: Definition): LineBetween[] {
  const from = desiredTable(before, []);
  const owned = new Set(from.services.map((service) => serviceKeyText(service.key)));
  const { steps } = planTable(desiredTable(after, []), from, owned, new Set());
  return [
    ...settingLines(before.settings, after.settings).map((line) => ({ line, reason: null })),
    ...steps.map((step) => ({ line: ipvsadmLine(step), reason: step.reason })),
  ];
}

function settingLines(before: Settings, after: Settings): string[] {
  const { timeouts, sysctls } = after;
  const set = timeoutNames.some((name) => timeouts[name] !== null && timeouts[name] !== before.timeouts[name]);
  const changed = sysctlNames.filter((name) => sysctls[name] !== undefined && sysctls[name] !== before.sysctls[name]);
  const values = (name: (typeof sysctlNames)[number]) => sysctls[name] ?? 0;
  const files = new Set(changed.map((name) => (name === 'sync_period' ? 'sync_threshold' : name)));
  return [
    ...(set ? [`ipvsadm --set ${timeoutNames.map((name) => timeouts[name] ?? 0).join(' ')}`] : []),
    ...[...files].map((name) =>
      sysctlLine(name, name === 'sync_threshold' ? [values(name), values('sync_period')] : [values(name)]),
    ),
  ];
}
