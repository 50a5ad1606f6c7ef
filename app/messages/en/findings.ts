export const findings = {
  title: 'Findings',
  none: 'Nothing is wrong.',
  all: 'All {count} findings',
  worst: 'Only the worst',
  noneYet: 'No director has reported, so nothing can be said.',
  noneNow: 'Not known: no director was heard for 10 s.',
  evidence: 'Evidence',
  on: 'on {director}',
  since: 'for {time}',
  sinceNow: 'new',
  severity: { critical: 'Critical', warning: 'Warning', notice: 'Notice' },
  drift: {
    title: '{count, plural, one {The kernel differs in # entry} other {The kernel differs in # entries}}',
    text: 'Somebody or something changed the table of {director} beside Shoal. These lines would put it right.',
  },
  'foreign-in-the-way': {
    title: '{count, plural, one {# defined service stands} other {# defined services stand}} in the kernel already',
    text: 'They are not Shoal’s, so they were left alone. Take them over, or remove them by hand.',
  },
  'setting-unsupported': {
    title: 'The kernel of {director} doesn’t have {count, plural, one {# defined setting} other {# defined settings}}',
    text: 'Kernel {kernel} has no such files in /proc/sys/net/ipv4/vs, so nothing was set there. Leave these settings open, or run a kernel that has them.',
  },
  unreachable: {
    title: 'Nothing heard from {director}',
    text: 'For {seconds} s. Its traffic goes on; its numbers are not known.',
    never: 'Its agent never connected.',
  },
  'apply-failed': {
    title: 'A change failed on {director}',
    text: 'The steps after the failed one were skipped.',
  },
  'intent-refused': {
    title: '{director} refused a change ({code})',
    text: 'Its kernel is as it was.',
  },
  'agent-trouble': {
    title: 'The agent on {director} is in trouble',
    text: 'It keeps trying.',
  },
  'release-halted': {
    title: 'The release has halted at wave {wave}',
    why: {
      person: 'Somebody halted it. Its servers stay as they are until it is resumed or rolled back.',
      guard: 'The wave would leave less in service than the guard demands.',
      'director-stale': 'A director is not heard any more.',
      'not-applied': 'A director didn’t do what was ordered.',
      'past-deadline': 'A drain is past its deadline.',
      'gave-up': 'A drain was given up at its deadline; its server is back in service.',
      checks: 'Checks failed, or didn’t pass in time.',
      finding: 'Something new is wrong.',
      refused: 'The console could not carry it out.',
    },
  },
  'skew-persistence': {
    title: '{destination} gets {got} % of new connections, {expected} % expected: persistence',
    text: 'persistent {timeout} sends the same client to the same real server, past scheduler and weight. Remove it or shorten it, or use mh with port.',
  },
  skew: {
    title: '{destination} gets {got} % of new connections, {expected} % expected',
    text: 'Look for few client addresses (with sh or dh), connections that live long, or a real server that just came back.',
  },
  'drain-held-by-persistence': {
    title:
      '{destination} is draining, and {count, plural, one {# persistence template} other {# persistence templates}} may still bring clients',
    text: 'Templates pass by the scheduler and weight 0, and their traffic renews them: each lasts {timeout} s beyond the client’s last connection. net.ipv4.vs.expire_quiescent_template=1 on the director sends such clients elsewhere at once.',
  },
  'drain-past-deadline': {
    title: '{destination} is not drained at its deadline',
    text: 'Left: {active, plural, one {# active connection} other {# active connections}}, {clients, plural, one {# persistence template} other {# persistence templates}}. Give it more time, cut it, or return it to service.',
  },
  'no-destination-serves': {
    title: 'No destination serves',
    text: 'New connections to this virtual service are refused or dropped.',
  },
  'persistence-netmask': {
    title:
      '{destination} gets {got} % of new connections, {expected} % expected: persistence binds networks of /{netmask}',
    text: 'Every client of one /{netmask} network goes to the same real server: {templates} of {templatesAll} templates are there. A netmask of one address binds each client by itself.',
  },
  'persistence-with-least-connection': {
    title: '{destination} gets {got} %, {expected} % expected: {scheduler} against persistence',
    text: '{scheduler} sends new clients to where few connections are, and persistent {timeout} brings them all back there. With persistence, wrr spreads clients evenly; without it, {scheduler} spreads connections.',
  },
  'hash-few-sources': {
    title:
      '{destination} gets {got} % of new connections, {expected} % expected: {scheduler} over few client addresses',
    text: '{scheduler} sends an address always to the same destination. With few addresses, or many clients behind one, shares cannot fit. The flag port hashes the client’s port, too; wrr takes no notice of clients.',
  },
  'hash-one-destination': {
    title: '{destination} gets {got} % of new connections, {expected} % expected: {scheduler} goes by the VIP',
    text: '{scheduler} hashes the address that clients ask for. A VIP is one address, so that one destination gets its traffic. It is made for caches behind a firewall mark.',
  },
  'udp-clump': {
    title: '{destination} gets {got} % of the packets, {expected} % expected: few UDP sockets send them',
    text: 'All packets of one client’s socket go to the same real server until it is silent for {timeout} s. One-packet scheduling spreads each packet by itself; a shorter UDP timeout lets sockets move sooner.',
  },
  'upper-threshold': {
    title: '{destination} takes no new connections: its upper threshold is {upper}',
    text: 'It has {activeConn} active and {inactConn} inactive connections. It takes new ones again below the lower threshold, or below three quarters of the upper one where the lower is 0. Raise it, or shorten the tcpfin timeout so that inactive ones go sooner.',
  },
  'quiesced-by-templates': {
    title: '{destination} has weight 0 and still gets new connections: persistence templates',
    text: 'Templates pass by the scheduler and weight 0, and traffic renews them: each lasts {timeout} s beyond the client’s last connection. net.ipv4.vs.expire_quiescent_template=1 sends such clients elsewhere at once.',
  },
  'quiesced-by-reused-ports': {
    title: '{destination} has weight 0 and its ActiveConn rises: clients use old ports again',
    text: 'No connection is new there, and {activeConn} are active after there were {lower}. A client that takes a port whose entry still stands goes where the old connection went. conn_reuse_mode=1 with expire_nodest_conn=1 schedules it anew.',
  },
  'return-path-masquerading': {
    title: '{destination} answers nothing: {connections} connections, no packet back',
    text: 'With masquerading its answers must come back through the director. Make the director its default gateway, and look at rp_filter and the service itself there.',
  },
  'return-path-direct': {
    title: 'Connections to {destination} look unanswered: {bytesAPacket} bytes a packet, as in SYNs alone',
    text: 'Other destinations get requests. With direct routing and tunneling the director sees no answers, so this is a sign and no proof: look for SYN_RECV. Then look on the real server: the VIP on lo or tunl0, rp_filter, the tunnel, the service.',
  },
  'traffic-vanished': {
    title: 'Packets for this VIP stopped all at once',
    text: '{rate} new connections/s came, and no packet for {seconds} s, in the middle of {activeConn} active connections. Often another machine answers ARP for the VIP: on each real server, arp_ignore=1 and arp_announce=2. The way to the director may be broken, or its clients silent: the director can’t know.',
  },
  'came-back': {
    title:
      '{destination} came back {seconds} s ago and has {activeConn} of the {activeExpected} active connections that are its share',
    text: 'Connections never move. New ones come as they should, and the rest as clients reconnect. Nothing needs to be done; let clients reconnect if it must be quicker, and raise the weight in steps next time.',
  },
  'newcomer-gets-all': {
    title: '{destination} is new and gets {got} % of new connections, {expected} % expected',
    text: '{scheduler} looks at the connections that stand, and it has none yet: it gets nearly all until it has caught up. Raise its weight in steps, or use wrr, which goes by weight alone.',
  },
  'long-lived-connections': {
    title:
      '{destination} has {activeConn} active connections, {activeExpected} by its share, at an even share of new ones',
    text: 'Its connections live longer: keep-alive, or a slow service. This scheduler doesn’t look at that; wlc does. Or limit how long connections live on the real server.',
  },
  'inactive-uneven': {
    title: '{destination} has {got} % of the inactive connections, {expected} % expected, and all else is even',
    text: 'Real servers close differently, and closed connections stay for the tcpfin timeout. New connections come by weight: judge by these. Nothing needs to be done.',
  },
  'slower-server': {
    title: '{destination} gets {got} % of new connections, {expected} % expected, at even load',
    text: 'Each of its connections takes longer than those of the others, and this scheduler keeps loads even: it works as designed. Mend the server, or give it less weight.',
  },
  flapping: {
    title: '{destination} joined or left {changes} times in ten minutes',
    text: 'A check that can’t decide makes connections jump. Give it more retries, or more time.',
  },
  'all-checks-fail': {
    title: 'Every check fails, and the guard keeps {kept} of {checked} in service',
    text: 'The check may be wrong itself: path, port, host, timeout. A real server must answer on its own address, too, with direct routing and tunneling. Those that failed last stay, because a refused connection helps nobody.',
  },
  'guard-keeps-failing': {
    title: '{failing} of {checked} checks fail, and the guard keeps {kept} of them in service',
    text: 'Taking them out would leave less than the cluster’s guard wants. Clients may get errors there until a check passes or the guard is lowered.',
  },
  'check-fails': {
    title: '{destination}: check failed, {failing} of {checked} out',
    text: 'The director gave it weight 0: connections that stand go on, new ones go elsewhere. It comes back by itself when its check passes often enough.',
  },
  'uneven-after-failover': {
    title: 'Uneven since the VIP came here, {seconds} s ago',
    text: 'Only connections that were synchronised before could come along; sync daemons here: {daemons}. It evens out as clients reconnect. A lower sync_threshold synchronises younger connections; mh with sloppy_tcp=1 finds the same real server without.',
  },
  'directors-in-step': {
    title: '{destination} gets {got} % of the new connections of {directors} directors, {expected} % expected',
    text: '{scheduler} begins at the same destination on every director, and each sends too few connections for it to even out. mh chooses alike on all of them by client.',
  },
  'shared-real-server': {
    title: '{server} serves {services} virtual services and gets {cps} new connections/s, {expectedCps} on average',
    text: 'Each service is balanced by itself, and no scheduler adds up over services. Give it less weight in one of them, or take it out.',
  },
  figures: {
    got: 'Share, %',
    expected: 'Expected, %',
    chance: 'Chance that a fair scheduler does this',
    connections: 'New connections counted',
    seconds: 'In seconds',
    templates: 'Persistence templates there',
    templatesAll: 'Templates in all',
    timeout: 'Timeout, s',
    netmask: 'Netmask, /',
    scheduler: 'Scheduler',
    activeConn: 'ActiveConn',
    activeExpected: 'ActiveConn by its share',
    inactConn: 'InActConn',
    upper: 'Upper threshold',
    lower: 'Lower bound',
    packets: 'Packets in',
    answered: 'Packets out',
    bytesAPacket: 'Bytes a packet',
    rate: 'New conns/s before',
    cps: 'New conns/s',
    expectedCps: 'New conns/s on average',
    changes: 'Joined or left, times',
    failing: 'Checks that fail',
    kept: 'Kept in service',
    checked: 'Checked',
    daemons: 'Sync daemons',
    syncThreshold: 'sync_threshold',
    directors: 'Directors',
    services: 'Virtual services',
    server: 'Real server',
  },
  remedies: {
    'remove-persistence': 'remove persistence',
    'whole-netmask': 'bind single clients',
    'hash-port': 'hash the port, too',
    scheduler: '{scheduler}',
    'mh-port': 'mh with port, no persistence',
    'one-packet': 'one-packet scheduling',
    thresholds: 'upper threshold {upper}',
    noThresholds: 'no thresholds',
  },
  previewOf: 'Preview: {remedy}',
  seeClients: 'See its clients',
  seeStates: 'See its connections',
  remedyGone: 'The definition has no place for this any more.',
  templates:
    '{all, plural, one {One client network holds 100 % of the templates.} other {# client networks hold templates; {percent} % of the templates are there.}}',
  facts: {
    connections: 'New connections counted',
    seconds: 'In seconds',
    chance: 'Chance that a fair scheduler does this',
    templates: 'Persistence templates there, of all',
    kernelSaid: 'The kernel said',
    line: 'Line',
    detail: 'Detail',
  },
  putRight: 'Put right…',
  takeOver: 'Take over…',
  editPersistence: 'Edit persistence…',
  open: 'Open',
} as const;
