/** An ldirectord.cf with a service of each kind. */
export const site = `# the shop
checktimeout=10
fallback=127.0.0.1:80
autoreload = yes
emailalert="ops@example.com"

virtual=192.0.2.80:80
\tservicename=shop
\treal=10.0.0.11:80 gate 3
\treal=10.0.0.12->10.0.0.14 gate # three of them
\treal=10.0.0.15:http gate 2 ".probe", "OK"
\tfallback=127.0.0.1:80 gate
\tservice=http
\tscheduler=wrr
\tpersistent=600
\tnetmask=255.255.255.0
\tprotocol=tcp
\tchecktype=negotiate
\trequest="index#1.html"
\tlogin="operator"
\tpasswd="do not tell"
\tquiescent=no

virtual=5
        real=10.0.0.21:8080 masq
        real=10.0.0.22:8080 ipip
        protocol=fwm

virtual6=[2001:db8::5]:53
        real6=[2001:db8:1::4]:53 masq
        ops=yes
        persistent=60
        netmask=64
`;
