import type { NoteCode } from '../read-file.ts';

/** keepalived.conf(5)'s directives that a definition has no counterpart of, by the reason why. */
const names: Partial<Record<NoteCode, string>> = {
  'no-checks': `SSL bfd_instance alpha connect_timeout delay_before_retry delay_loop ha_suspend inhibit_on_failure
    nb_get_retry retry virtualhost warmup checker_log_all_failures nftables_ipvs`,
  'no-sorry-server': 'sorry_server sorry_server_inhibit sorry_server_lvs_method',
  'no-quorum': 'quorum hysteresis',
  'no-notification': `notification_email notification_email_from smtp_server smtp_helo_name smtp_connect_timeout
    smtp_alert smtp_alert_checker smtp_alert_vrrp no_email_faults omega quorum_up quorum_down notify_up notify_down
    lvs_notify_fifo lvs_notify_fifo_script notify_fifo notify_fifo_script fifo_write_vrrp_states_on_reload
    startup_script startup_script_timeout shutdown_script shutdown_script_timeout script_user enable_script_security`,
  'no-vrrp': `garp_group track_file track_process vrrp_track_process vrrp_script default_interface linkbeat_interfaces
    linkbeat_use_polling interface_up_down_delays static_track_group`,
  'no-virtual-address-set-up':
    'static_ipaddress static_routes static_rules virtual_ipaddress virtual_ipaddress_excluded',
  'no-sync-daemon': 'lvs_sync_daemon lvs_sync_daemon_interface',
  'no-include': 'include includer includem includew includeb includea include_check',
  'no-process-settings': `router_id lvs_id snmp_name net_namespace net_namespace_ipvs namespace_with_ipsets instance
    use_pid_dir child_wait_time process_names process_name vrrp_process_name checker_process_name bfd_process_name
    tmp_config_directory config_save_dir lvs_flush lvs_flush_on_stop lvs_flush_onstop dynamic_interfaces
    reload_check_config reload_time_file reload_repeat reload_date_specified random_seed umask debug json_version
    data_use_instance snmp_socket enable_traps enable_dbus dbus_service_name dbus_no_interface_name
    max_auto_priority min_auto_priority_delay`,
};

const reasons = new Map(
  Object.entries(names).flatMap(([code, text]) =>
    text.split(/\s+/).map((name): [string, NoteCode] => [name, code as NoteCode]),
  ),
);

const patterns: readonly (readonly [RegExp, NoteCode])[] = [
  [/^@/, 'no-conditions'],
  [/^(\$|~SEQ|~LST)/, 'no-parameters'],
  [/^[A-Z]+_(CHECK|GET)$/, 'no-checks'],
  [/^notify/, 'no-notification'],
  [/^vrrp_/, 'no-vrrp'],
  [/^(enable_)?(snmp|dbus)|^(checker|bfd|process|lvs|rs_init|max_auto|reload|json)_/, 'no-process-settings'],
  [/^(\{|\}|#)/, 'syntax'],
];

/** Why a directive that no reader took is left out. */
export const reasonOf = (name: string): NoteCode =>
  reasons.get(name) ?? patterns.find(([pattern]) => pattern.test(name))?.[1] ?? 'directive-unknown';
