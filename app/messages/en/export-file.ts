export const exportFile = {
  open: 'Export…',
  title: 'Export {cluster}, revision {revision}',
  format: 'Format',
  formats: {
    'ipvsadm-save': 'ipvsadm-restore rules',
    keepalived: 'keepalived.conf',
    'shoal-json': 'JSON',
    'shoal-yaml': 'YAML',
    script: 'start/stop script',
  },
  notes: {
    'ipvsadm-save':
      'For `ipvsadm -R`. It has no place for timeouts and net.ipv4.vs settings; names stand in comments, which only Shoal reads.',
    keepalived:
      'Its virtual_server blocks. It has no place for net.ipv4.vs settings; what keepalived can’t say stands in comments, which only Shoal reads.',
    'shoal-json': 'All of it, for programs.',
    'shoal-yaml': 'All of it, for people.',
    script: 'Stands alone: sets up and takes down what is defined on a director without Shoal. It is not read back.',
  },
  writing: 'Writing it…',
  download: 'Download {name}',
  drains: 'As it is written: drains are not in it.',
  lines: '{count, plural, one {# line} other {# lines}}',
  cut: 'The first {shown} of {all} lines; copy and download have all.',
} as const;
