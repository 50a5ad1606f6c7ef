/**
 * The settings `net.ipv4.vs.*` that a definition can hold, with their ranges and what a kernel starts with.
 *
 * From the kernel's Documentation/networking/ipvs-sysctl.rst and `vs_vars` of ip_vs_ctl.c. `sync_threshold` is one file
 * with two numbers; here the second has the name that the documentation gives it, `sync_period`.
 */
export const sysctls = {
  expire_quiescent_template: { least: 0, most: 1, initial: 0 },
  expire_nodest_conn: { least: 0, most: 1, initial: 0 },
  conn_reuse_mode: { least: 0, most: 3, initial: 1 },
  sloppy_tcp: { least: 0, most: 1, initial: 0 },
  sloppy_sctp: { least: 0, most: 1, initial: 0 },
  conntrack: { least: 0, most: 1, initial: 0 },
  snat_reroute: { least: 0, most: 1, initial: 1 },
  nat_icmp_send: { least: 0, most: 1, initial: 0 },
  schedule_icmp: { least: 0, most: 1, initial: 0 },
  ignore_tunneled: { least: 0, most: 1, initial: 0 },
  pmtu_disc: { least: 0, most: 1, initial: 1 },
  cache_bypass: { least: 0, most: 1, initial: 0 },
  drop_entry: { least: 0, most: 3, initial: 0 },
  drop_packet: { least: 0, most: 3, initial: 0 },
  secure_tcp: { least: 0, most: 3, initial: 0 },
  amemthresh: { least: 0, most: 0x7fffffff, initial: 1024 },
  am_droprate: { least: 0, most: 0x7fffffff, initial: 10 },
  backup_only: { least: 0, most: 1, initial: 0 },
  sync_threshold: { least: 0, most: 0x7fffffff, initial: 3 },
  sync_period: { least: 0, most: 0x7fffffff, initial: 50 },
  // Kept in ticks of the clock, of which there are up to 1,000 in a second: 2³¹ of them, and EINVAL above.
  sync_refresh_period: { least: 0, most: 2_147_483, initial: 0 },
  sync_retries: { least: 0, most: 3, initial: 0 },
  sync_persist_mode: { least: 0, most: 1, initial: 0 },
} as const satisfies Record<string, SysctlRange>;

interface SysctlRange {
  readonly least: number;
  readonly most: number;
  /** What the kernel sets when its network namespace is made. */
  readonly initial: number;
}

export type SysctlName = keyof typeof sysctls;

export const sysctlNames = Object.keys(sysctls) as SysctlName[];

/** Seconds after which an idle connection's entry goes, as `ipvsadm -L --timeout` prints them. */
export interface Timeouts {
  readonly tcp: number;
  readonly tcpfin: number;
  readonly udp: number;
}

/** How a kernel is set, apart from its table. A sysctl that it doesn't have is missing from the record. */
export interface KernelSettings {
  readonly timeouts: Timeouts;
  /** `net.ipv4.vs.*` by name without that prefix; `sync_threshold`'s second number as `sync_period`. */
  readonly sysctls: Readonly<Record<string, number>>;
}

const defences: readonly string[] = ['drop_entry', 'drop_packet', 'secure_tcp'] satisfies SysctlName[];

/**
 * Whether two values of a setting are the same to people.
 *
 * A defence that is set to 1 stands at 2 while memory is short: the kernel itself turns one into the other
 * (`update_defense_level` of ip_vs_ctl.c).
 */
export const sameSysctl = (name: string, a: number, b: number): boolean =>
  a === b || (defences.includes(name) && a + b === 3 && a * b === 2);
