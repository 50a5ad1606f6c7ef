export const findings = {
  title: 'Findings',
  none: 'Nothing is wrong.',
  noneYet: 'No director has reported, so nothing can be said.',
  noneNow: 'Not known: no director was heard for 10 s.',
  evidence: 'Evidence',
  on: 'on {director}',
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
  'skew-persistence': {
    title: '{destination} gets {got} % of new connections, {expected} % expected: persistence',
    text: 'persistent {timeout} sends the same client to the same real server, past scheduler and weight. With few clients, or many behind one address, shares cannot fit. A shorter timeout, none, or mh or sh with port balances it.',
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
  'no-destination-serves': {
    title: 'No destination serves',
    text: 'New connections to this virtual service are refused or dropped.',
  },
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
