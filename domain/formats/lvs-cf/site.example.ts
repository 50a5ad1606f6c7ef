/** An lvs.cf as Piranha’s web form writes it, with what people add by hand. */
export const site = `serial_no = 7
primary = 192.0.2.1
service = lvs
backup_active = 1
heartbeat = 1
network = direct
syncdaemon = 1
tcp_timeout = 900
tcpfin_timeout = 0
# the shop
# and its pages
virtual shop {
     active = 1
     address = 192.0.2.80 eth0:1
     vip_nmask = 255.255.255.0
     port = https
     persistent = 600
     pmask = 255.255.255.0
     send = "GET / HTTP/1.0\\r\\n # {"
     expect = "}"
     scheduler = wrr
     protocol = tcp
     quiesce_server = 0
     sorry_server = 192.0.2.99
     server web_1 {
         address = 192.0.2.11
         active = 1
         weight = 3
     }
     server web_2 {
         address = 192.0.2.12
         active = 0
     }
}
failover ftp {
     active = 1
     address = 192.0.2.81 eth0:2
     start_cmd = "/etc/rc.d/init.d/vsftpd start"
}
`;
