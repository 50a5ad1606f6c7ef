# The guest's first process, sourced by a few lines that set NODE, CONTROL (the control server's program) and UNPACKED
# (the root of Debian packages that aren't installed, or nothing). The root filesystem is the machine's own, read-only.
export HOME=/run LANG=C.UTF-8 NODE
export PATH=$(dirname "$NODE"):/usr/sbin:/usr/bin:/sbin:/bin

# In a user namespace hostfs shows root's set-uid files as somebody else's, and mount refuses to run from there.
cp /usr/bin/mount /dev/mount && chmod 755 /dev/mount
/dev/mount -t proc proc /proc
/dev/mount -t sysfs sys /sys
/dev/mount -t tmpfs run /run
echo shoal-lab >/proc/sys/kernel/hostname
mkdir -p /dev/shm /run/lock /run/netns /run/modules/lib/modules /run/tmp
/dev/mount -t tmpfs shm /dev/shm
export TMPDIR=/run/tmp

modules=/usr/lib/uml/modules
if [ -n "$UNPACKED" ]; then
  export PATH=$PATH:$UNPACKED/usr/sbin:$UNPACKED/usr/bin:$UNPACKED/sbin:$UNPACKED/bin
  libraries=$(echo "$UNPACKED"/usr/lib/*-linux-gnu)
  export LD_LIBRARY_PATH=$libraries:$UNPACKED/lib/${libraries##*/} XTABLES_LIBDIR=$libraries/xtables
  [ -d "$UNPACKED$modules" ] && modules=$UNPACKED$modules
fi

# The machine may have no /lib/modules to mount on, so modprobe looks elsewhere; the kernel's own autoload as well.
/dev/mount -r -t hostfs -o "$modules" modules /run/modules/lib/modules
cat >/run/modprobe <<END
#!/bin/bash
export LD_LIBRARY_PATH='$LD_LIBRARY_PATH'
exec $(command -v modprobe) -d /run/modules "\$@"
END
chmod 755 /run/modprobe
echo /run/modprobe >/proc/sys/kernel/modprobe

# ipv6 first: links made before it have no IPv6 settings.
/run/modprobe ipv6
/run/modprobe -a bridge veth ip_vs ip_vs_rr ip_vs_wrr ip_vs_lc ip_vs_wlc ip_vs_sh ip_vs_mh ip_vs_dh ip_vs_sed ip_vs_nq \
  ip_vs_fo ip_vs_ovf ip_vs_lblc ip_vs_lblcr ipip ip_tables iptable_filter iptable_nat iptable_mangle xt_ipvs xt_mark \
  xt_nat xt_conntrack ip6_tables ip6table_mangle nf_conntrack

ip link set lo up
ip link set vec0 up
ip addr add 10.254.0.2/24 dev vec0

"$NODE" --max-old-space-size=64 "$CONTROL"
echo "the lab's control server ended with code $?"
