/** The settings of a cluster's kernels, each said where it is set: what it does, and when to want it. */
export const settings = {
  tab: 'Settings',
  intro:
    'How the directors’ kernels are set, beside their tables. What is left as it is, Shoal neither sets nor watches.',
  changed: '{count, plural, =0 {Nothing is changed.} one {# setting is changed.} other {# settings are changed.}}',
  preview: 'Preview…',
  previewOff: 'Change a setting first.',
  discard: 'Discard',
  drawer: 'Change the settings of {cluster}',
  defined: 'Defined',
  kernelNow: 'Kernel now',
  leave: 'leave as it is',
  initial: 'Kernel’s own: {value}',
  none: 'kernel has none',
  unknown: 'not known',
  differs: 'differs',
  noDirectors: 'No director yet.',
  loading: 'Reading the definition…',
  other: '{value} (as it is defined)',
  on: 'on {directors}',
  seconds: 's',
  groups: {
    drift: 'Hand edits',
    guard: 'Capacity guard',
    timeouts: 'Timeouts',
    draining: 'Draining and persistence',
    nat: 'Connection tracking and masquerading',
    defence: 'Defence against overload',
    sync: 'Sync daemon and failover',
    other: 'Other',
  },
  drift: {
    label: 'When a kernel differs from the definition',
    report: 'report: tell of it, change nothing',
    repair: 'repair: put it right at once',
    text: 'Report shows the difference as drift, and people decide: adopt, re-apply or ignore. Repair has each agent undo hand edits by itself, also while the console is away. Services that are not Shoal’s are left alone either way.',
  },
  guard: {
    none: '0: off',
    leastServing: {
      label: 'Least destinations that serve',
      text: 'In each virtual service. A drain that would leave fewer with a weight above 0 is refused; an administrator may go below it with a reason. The directors refuse it, too. What failing checks take out stops here: the last ones go on serving, and a finding says so.',
    },
    leastWeightPercent: {
      label: 'Least share of the weight that serves, %',
      text: 'Of the written weight of each virtual service, by the same rule. 50 keeps half of the capacity in service while the other half is updated.',
    },
  },
  timeouts: {
    tcp: {
      label: 'TCP',
      text: 'How long an idle open TCP connection keeps its entry. After it, the client’s next packet is refused: set it above the longest silence of your protocols.',
    },
    tcpfin: {
      label: 'TCP FIN',
      text: 'How long an entry stays after FIN was seen. Shorter frees memory under many short connections.',
    },
    udp: {
      label: 'UDP',
      text: 'How long an entry stays after the last UDP packet. It is also how long a UDP drain takes at most.',
    },
  },
  values: {
    off: '0: off',
    on: '1: on',
    never: '0: never',
    automatic: '1: when memory is short',
    automaticNow: '2: when memory is short (active now)',
    always: '3: always',
    reuse0: '0: to the same real server',
    reuse1: '1: scheduled anew when that is safe',
    reuse2: '2: scheduled anew while closing too',
    reuse3: '3: as 2',
  },
  sysctls: {
    expire_quiescent_template:
      'On: a persistent client of a destination with weight 0 goes elsewhere with its next connection. Off: it keeps coming until its template expires. Want it on if drains must end in time.',
    expire_nodest_conn:
      'What becomes of connections whose destination is removed. On: they end at once, and clients connect anew. Off: their packets are dropped in silence, and they go on if it comes back.',
    conn_reuse_mode:
      'A client uses a port again while the old connection still has an entry. 0 keeps it on the same real server, even a drained one; 1 schedules it anew when that is safe; 2 also while the old one closes, which fills new real servers faster.',
    conntrack:
      'Keeps a netfilter connection-tracking entry for each IPVS connection, for firewall rules that ask for its state. Costs memory and speed; leave it off where no rule needs it.',
    snat_reroute:
      'Routes answers of masquerading again, as if the director itself had sent them. Needed with policy routing; off saves a look-up.',
    nat_icmp_send:
      'Answers with ICMP “unreachable” when a real server sends packets of a masqueraded connection that has no entry any more.',
    drop_entry:
      'Drops half-open entries at random to get memory back: against floods of SYN. “When memory is short” goes by amemthresh.',
    drop_packet:
      'Drops a part of all incoming packets before they are forwarded, so that the rest gets through. How many goes by memory, or by am_droprate when always.',
    secure_tcp: 'Uses a stricter table of TCP states, in which half-open connections time out sooner: against floods.',
    amemthresh: 'Memory pages that must be free. Below it, the defences that are set to “when memory is short” begin.',
    am_droprate: 'With drop_packet set to always: one packet of so many is dropped.',
    sync_threshold:
      'Packets after which a connection is told to the backup director, and then again after each sync period. Lower loses less at a failover; higher sends less. Both numbers go together.',
    sync_period:
      'The number of packets after which a connection is told again. 0 tells only of changes of its state. It must be above the threshold.',
    sync_refresh_period:
      'Seconds in which an unchanged connection is not told again: less sync traffic for busy connections. 0 goes by packets alone.',
    sync_retries: 'How often a sync message is repeated within the refresh period, against messages that get lost.',
    sync_persist_mode:
      'On: of persistent services only the templates are told, not each connection. Less sync traffic; backups then need sloppy_tcp to pick up open connections.',
    backup_only:
      'On: a director that is only backup does not balance. Prevents packet loops where directors are real servers of each other.',
    sloppy_tcp:
      'Takes a TCP connection from any packet, not from SYN alone: after a failover without sync, open connections go on, if the scheduler leads them to the same real server (sh, mh).',
    sloppy_sctp: 'The same for SCTP: an association is taken from any packet, not from INIT alone.',
    schedule_icmp: 'Schedules ICMP packets that belong to no connection, too.',
    ignore_tunneled:
      'Leaves packets of tunnels alone that arrive for a VIP. Prevents loops where a director is also a real server behind tunneling.',
    pmtu_disc:
      'On: a packet that is too large for the way to the real server is refused, so that the client sends smaller ones. Off lets tunneling cut it into fragments.',
    cache_bypass:
      'For transparent caches: when no cache serves, a packet goes on to the address that the client wanted.',
  },
} as const;
