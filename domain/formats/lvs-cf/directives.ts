import type { NoteCode } from '../read-file.ts';
import type { Block } from './statement.ts';

/** What becomes of a key: it is read, or left out with a reason. */
export type Fate = 'read' | NoteCode;

/**
 * The keys that Piranha's parser knows in each block (lvsconfig.c), and two that only its own web form writes and the
 * parser refuses: `expect_program`, and `nmask` in a server.
 */
const fates: Record<Exclude<Block['kind'], 'failover'>, Readonly<Record<string, Fate>>> = {
  file: {
    network: 'read',
    service: 'read',
    tcp_timeout: 'read',
    tcpfin_timeout: 'read',
    udp_timeout: 'read',
    primary: 'no-failover-pair',
    primary_private: 'no-failover-pair',
    primary_shared: 'no-failover-pair',
    backup: 'no-failover-pair',
    backup_active: 'no-failover-pair',
    backup_private: 'no-failover-pair',
    backup_shared: 'no-failover-pair',
    heartbeat: 'no-failover-pair',
    heartbeat_port: 'no-failover-pair',
    keepalive: 'no-failover-pair',
    deadtime: 'no-failover-pair',
    monitor_links: 'no-failover-pair',
    reservation_conflict_action: 'no-failover-pair',
    rsh_command: 'no-failover-pair',
    sync: 'no-failover-pair',
    syncdaemon: 'no-sync-daemon',
    syncd_iface: 'no-sync-daemon',
    syncd_id: 'no-sync-daemon',
    nat_router: 'no-virtual-address-set-up',
    nat_nmask: 'no-virtual-address-set-up',
    active_cmd: 'no-notification',
    inactive_cmd: 'no-notification',
    serial_no: 'no-process-settings',
    debug_level: 'no-process-settings',
    hard_shutdown: 'no-process-settings',
    ipvsadm: 'no-process-settings',
  },
  virtual: {
    active: 'read',
    address: 'read',
    fwmark: 'read',
    port: 'read',
    protocol: 'read',
    scheduler: 'read',
    persistent: 'read',
    pmask: 'read',
    vip_nmask: 'no-virtual-address-set-up',
    send: 'no-checks',
    expect: 'no-checks',
    use_regex: 'no-checks',
    send_program: 'no-checks',
    expect_program: 'no-checks',
    client_monitor: 'no-checks',
    load_monitor: 'no-checks',
    timeout: 'no-checks',
    reentry: 'no-checks',
    quiesce_server: 'no-checks',
    sorry_server: 'no-sorry-server',
    start_cmd: 'no-failover-pair',
    stop_cmd: 'no-failover-pair',
    master: 'no-process-settings',
    dirs: 'no-process-settings',
  },
  server: {
    active: 'read',
    address: 'read',
    port: 'read',
    weight: 'read',
    nmask: 'no-virtual-address-set-up',
  },
};

/** What becomes of a key in a block of this kind. */
export function fateOf(kind: 'file' | 'virtual' | 'server', key: string): Fate {
  const fate = fates[kind];
  if (Object.hasOwn(fate, key)) return fate[key] ?? 'directive-unknown';
  // A brace too many, or one missing, puts a service's keys among the file's.
  const ofABlock = Object.hasOwn(fates.virtual, key) || Object.hasOwn(fates.server, key);
  return ofABlock ? 'outside-of-a-block' : 'directive-unknown';
}
