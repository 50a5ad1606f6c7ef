/**
 * The port that a text means: a number 0–65535, or a service's name as in /etc/services; undefined if it is neither.
 *
 * Names are IANA's and those that Debian and Red Hat add; case doesn't matter. Names that the two give different ports
 * (`http-alt`, `dicom`) are missing, because a reader must not guess.
 */
export function portOf(text: string): number | undefined {
  if (/^\d{1,5}$/.test(text)) return Number(text) <= 65535 ? Number(text) : undefined;
  return portsByName.get(text.toLowerCase());
}

/** Ports with their names, all names of a port behind it. */
const table = `
7 echo; 9 discard; 13 daytime; 19 chargen; 20 ftp-data; 21 ftp; 22 ssh; 23 telnet; 25 smtp mail; 37 time; 43 whois nicname
49 tacacs; 53 domain; 67 bootps; 68 bootpc; 69 tftp; 70 gopher; 79 finger; 80 http www www-http; 88 kerberos kerberos5 krb5
102 iso-tsap tsap; 106 poppassd; 109 pop2 pop-2; 110 pop3 pop-3; 111 sunrpc portmapper rpcbind; 113 auth ident tap
119 nntp readnews untp; 123 ntp; 135 epmap loc-srv; 137 netbios-ns; 138 netbios-dgm; 139 netbios-ssn; 143 imap imap2 imap4
161 snmp; 162 snmptrap snmp-trap; 177 xdmcp; 179 bgp; 210 z3950 wais; 220 imap3; 319 ptp-event; 320 ptp-general; 389 ldap
427 svrloc; 443 https; 444 snpp; 445 microsoft-ds; 464 kpasswd; 465 smtps submissions ssmtp urd; 500 isakmp
512 exec biff comsat; 513 login who whod; 514 syslog shell cmd; 515 printer spooler; 517 talk; 518 ntalk; 520 router route
540 uucp; 543 klogin; 544 kshell; 546 dhcpv6-client; 547 dhcpv6-server; 548 afpovertcp; 554 rtsp; 563 nntps snntp
587 submission; 623 asf-rmcp; 631 ipp; 636 ldaps; 646 ldp; 749 kerberos-adm; 750 kerberos-iv kerberos4; 783 spamd
853 domain-s; 873 rsync; 902 ideafarm-door; 953 rndc; 989 ftps-data; 990 ftps; 992 telnets; 993 imaps; 994 ircs; 995 pop3s
1080 socks; 1099 rmiregistry; 1194 openvpn; 1352 lotusnote lotusnotes; 1433 ms-sql-s; 1434 ms-sql-m; 1494 ica
1521 ncube-lm; 1645 datametrics old-radius; 1646 sa-msg-port old-radacct; 1701 l2tp l2f; 1719 h323gatestat
1720 h323hostcall; 1723 pptp; 1755 ms-streaming; 1812 radius; 1813 radius-acct radacct; 1883 mqtt; 1935 macromedia-fcs
2000 cisco-sccp; 2049 nfs; 2181 eforward; 2375 docker; 2376 docker-s; 2379 etcd-client; 2380 etcd-server; 2401 cvspserver
2427 mgcp-gateway; 2628 dict; 2727 mgcp-callagent; 2905 m3ua; 2947 gpsd; 3128 squid; 3130 icpv2 icp; 3205 isns
3260 iscsi-target; 3268 msft-gc; 3269 msft-gc-ssl; 3306 mysql; 3389 ms-wbt-server; 3478 stun; 3493 nut; 3632 distcc
3689 daap; 3690 svn subversion; 3868 diameter; 4190 sieve; 4369 epmd; 4443 pharos; 4460 ntske; 4500 ipsec-nat-t; 4569 iax
4949 munin lrrd; 5000 commplex-main; 5001 commplex-link; 5060 sip; 5061 sips sip-tls; 5222 xmpp-client jabber-client
5269 xmpp-server jabber-server; 5353 mdns; 5432 postgresql postgres; 5555 rplay; 5666 nrpe; 5667 nsca; 5671 amqps; 5672 amqp
5900 rfb vnc-server; 5985 wsman; 5986 wsmans; 6379 redis; 6443 sun-sr-https; 6446 mysql-proxy; 6514 syslog-tls; 6667 ircd
6697 ircs-u; 7000 afs3-fileserver; 7001 afs3-callback; 7002 afs3-prserver; 8000 irdmi; 8080 webcache; 8081 tproxy sunproxyadmin
8082 us-cli; 8083 us-srv; 8140 puppet; 8443 pcsync-https; 8883 secure-mqtt; 8888 ddi-tcp-1; 9000 cslistener; 9090 websm
9100 jetdirect hp-pdl-datastr; 9101 bacula-dir; 9102 bacula-fd; 9103 bacula-sd; 9200 wap-wsp; 9418 git; 10000 webmin ndmp
10050 zabbix-agent; 10051 zabbix-trapper; 10809 nbd; 11211 memcache memcached; 11371 hkp
`;

const portsByName = new Map(
  table.split(/[;\n]/).flatMap((entry) => {
    const [port, ...names] = entry.trim().split(' ');
    return names.map((name) => [name, Number(port)] as const);
  }),
);
