import { z } from 'zod';
import { type SysctlName, sysctlNames, sysctls } from '../lvs/sysctl.ts';

/** Seconds: kept in ticks of a signed 32-bit number, of which newer kernels have 1,000 a second (`ip_vs_set_timeout`). */
export const longestTimeout = 2_147_483;

/** As for ipvsadm(8) `--set`; null leaves what the kernel has. */
const timeoutSchema = z.number().int().min(1).max(longestTimeout).nullable().default(null);

export const timeoutsSchema = z.strictObject({ tcp: timeoutSchema, tcpfin: timeoutSchema, udp: timeoutSchema });

const sysctlValue = (name: SysctlName) => z.number().int().min(sysctls[name].least).max(sysctls[name].most);

/** Values by name; what isn't named is left as the kernel has it. */
export const sysctlsSchema = z
  .strictObject(
    Object.fromEntries(sysctlNames.map((name) => [name, sysctlValue(name).optional()])) as Record<
      SysctlName,
      z.ZodOptional<z.ZodNumber>
    >,
  )
  .superRefine((values, context) => {
    const { sync_threshold: threshold, sync_period: period } = values;
    // The kernel answers EINVAL (proc_do_sync_threshold), and would do so at each apply.
    if (threshold !== undefined && period !== undefined && period !== 0 && threshold >= period)
      context.addIssue({ code: 'custom', path: ['sync_threshold'], message: 'sync-threshold-above-period' });
    if ((threshold === undefined) !== (period === undefined))
      context.addIssue({
        code: 'custom',
        path: [threshold === undefined ? 'sync_threshold' : 'sync_period'],
        message: 'sync-threshold-needs-both',
      });
  });

/** What an agent does about a kernel that differs from the definition: tell of it, or put it right by itself. */
export const driftPolicies = ['report', 'repair'] as const;
export type DriftPolicy = (typeof driftPolicies)[number];

/** What must go on serving in each virtual service, whatever is drained. */
export const guardSchema = z.strictObject({
  /** Least number of destinations with a weight above 0. */
  leastServing: z.number().int().min(0).max(1000).default(0),
  /** Least share of the written weight that serves, in percent. */
  leastWeightPercent: z.number().int().min(0).max(100).default(0),
});

export type Guard = z.output<typeof guardSchema>;

/** Refuses nothing. */
export const noGuard: Guard = { leastServing: 0, leastWeightPercent: 0 };

const noTimeouts = { tcp: null, tcpfin: null, udp: null };

/** How the directors of a cluster are to be set, beside their virtual services. */
export const settingsSchema = z.strictObject({
  timeouts: timeoutsSchema.default(noTimeouts),
  sysctls: sysctlsSchema.default({}),
  drift: z.enum(driftPolicies).default('report'),
  guard: guardSchema.default(noGuard),
});

export type Settings = z.output<typeof settingsSchema>;

/** Leaves every setting of a kernel as it is. */
export const noSettings: Settings = { timeouts: noTimeouts, sysctls: {}, drift: 'report', guard: noGuard };
