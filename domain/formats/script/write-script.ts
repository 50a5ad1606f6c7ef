import type { Definition } from '../../definition/definition.ts';
import { familyOf } from '../../lvs/address.ts';
import { definitionComments } from '../definition-comments.ts';
import { serviceComments, serviceRules } from '../ipvsadm/service-rules.ts';
import { timeoutRules } from '../ipvsadm/write-ipvsadm-rules.ts';
import { scriptFunctions } from './script-functions.ts';

/** Whose definition it is: the cluster's name, letters, digits, dots, dashes and underscores; null without a revision. */
export interface ScriptOrigin {
  readonly cluster: string;
  readonly revision: number | null;
}

/**
 * A script that sets a director up by itself, without Shoal: VIPs, settings and services; `start`, `stop`, `restart` and
 * `status`, for any POSIX sh with ipvsadm and iproute2.
 *
 * It changes what differs and never flushes, stops only its own services, and takes away only the VIPs that it added.
 * `readIpvsadmSave` reads its rules, and the names and settings at its end.
 */
export function writeScript(definition: Definition, { cluster, revision }: ScriptOrigin): string {
  const rules = definition.services.flatMap((service) => [`# ${service.name}`, ...serviceRules(service)]);
  return `#!/bin/sh
${headOf(cluster, revision)}
# The interface for the VIPs; if it is empty, the one that leads to each.
INTERFACE=
# Where it notes which VIPs it added.
ADDED=/run/lvs-${cluster}.vips

NAME=lvs-${cluster}
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin
export PATH
# Brackets of IPv6 addresses are no patterns.
set -u -f

rules() {
  cat <<'RULES'
${lines(rules)}RULES
}

vips() {
  cat <<'VIPS'
${lines(vipsOf(definition))}VIPS
}

settings() {
  failed=0
${lines(settingCommands(definition).map((command) => `  ${command} || failed=1`))}  return "$failed"
}
${scriptFunctions}${lines([...definition.services.flatMap(serviceComments), ...definitionComments(definition, 'no-timeouts')])}`;
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

const headOf = (cluster: string, revision: number | null): string => `### BEGIN INIT INFO
# Provides:          lvs-${cluster}
# Required-Start:    $network $remote_fs
# Required-Stop:     $network $remote_fs
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
# Short-Description: Virtual services of the LVS cluster ${cluster}${revision === null ? '' : `, revision ${revision}`}
### END INIT INFO
`;

const vipsOf = ({ services }: Definition): string[] => [
  ...new Set(services.flatMap(({ key }) => (key.kind === 'address' ? [key.address] : []))),
];

/** Commands for the kernel's settings; forwarding is turned on only where masquerading needs it. */
function settingCommands(definition: Definition): string[] {
  const { sync_threshold: threshold, sync_period: period, ...sysctls } = definition.settings.sysctls;
  const masqueraded = definition.services.flatMap((service) =>
    service.destinations.filter((to) => to.forwarding === 'masquerading').map((to) => familyOf(to.address)),
  );
  return [
    ...(masqueraded.includes('ipv4') ? ['set_value net/ipv4/ip_forward 1'] : []),
    ...(masqueraded.includes('ipv6') ? ['set_value net/ipv6/conf/all/forwarding 1'] : []),
    ...timeoutRules(definition).map((rule) => `ipvsadm ${rule}`),
    ...Object.entries(sysctls).map(([name, value]) => `set_value net/ipv4/vs/${name} ${value}`),
    ...(threshold === undefined ? [] : [`set_value net/ipv4/vs/sync_threshold '${threshold} ${period}'`]),
  ];
}
