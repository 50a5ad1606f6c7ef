/** The folder in the project where Debian packages are unpacked for people who aren't root. */
export const unpackedRoot = '.cache/debian/root';

/**
 * What each group of Debian packages brings. A package is needed when none of its `files` is on the machine or among
 * the unpacked ones.
 */
export const packageGroups = {
  lab: [
    { name: 'user-mode-linux', files: ['/usr/bin/linux.uml'] },
    { name: 'ipvsadm', files: ['/usr/sbin/ipvsadm', '/sbin/ipvsadm'] },
    { name: 'iproute2', files: ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip'] },
    { name: 'iptables', files: ['/usr/sbin/iptables-legacy'] },
    { name: 'kmod', files: ['/usr/sbin/modprobe', '/sbin/modprobe'] },
    // Builds one small library for CPUs with AMX (e2e/lab/keeper/large-register-state.c).
    { name: 'tcc', files: ['/usr/bin/cc', '/usr/bin/tcc'] },
    // Reads what Shoal exports as keepalived.conf.
    { name: 'keepalived', files: ['/usr/sbin/keepalived'] },
    { name: 'procps', files: ['/usr/sbin/sysctl', '/sbin/sysctl'] },
  ],
  chromium: [{ name: 'chromium', files: ['/usr/lib/chromium/chromium'] }],
};
