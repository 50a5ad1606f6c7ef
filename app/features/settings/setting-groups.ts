import type { SysctlName } from '../../../domain/lvs/sysctl.ts';

export const sysctlGroups = ['draining', 'nat', 'defence', 'sync', 'other'] as const;
export type SysctlGroup = (typeof sysctlGroups)[number];

/** The sysctls by what people want of them; every one of the catalogue is in one group. */
export const sysctlsOfGroup: Record<SysctlGroup, readonly SysctlName[]> = {
  draining: ['expire_quiescent_template', 'expire_nodest_conn', 'conn_reuse_mode'],
  nat: ['conntrack', 'snat_reroute', 'nat_icmp_send'],
  defence: ['drop_entry', 'drop_packet', 'secure_tcp', 'amemthresh', 'am_droprate'],
  sync: [
    'sync_threshold',
    'sync_period',
    'sync_refresh_period',
    'sync_retries',
    'sync_persist_mode',
    'backup_only',
    'sloppy_tcp',
    'sloppy_sctp',
  ],
  other: ['schedule_icmp', 'ignore_tunneled', 'pmtu_disc', 'cache_bypass'],
};
