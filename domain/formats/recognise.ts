import { type ReadableFormat, readableFormats } from './read-file.ts';

/** Lines with content that are looked at: what a file is shows early. */
const mostLines = 2000;

/** Longer lines are looked at only so far. */
const longestLine = 300;

/**
 * What lines of a format look like, and those of no other. A line may speak for several; the format with the most lines
 * is it, so that one lost line of another tool doesn't decide.
 */
const signs: Record<Exclude<ReadableFormat, 'shoal-json'>, RegExp> = {
  'shoal-yaml': /^(shoal|services|realServers|settings):(\s|$)/,
  'ipvsadm-save':
    /^\s*(sudo\s+)?(\S*ipvsadm\s+|\$\{?IPVSADM\}?\s+)?(-A|-a|--add-service|--add-server|--set)\s+(-[tuf]|--\w|-?\d)|^#shoal /i,
  'ipvsadm-listing':
    /^(IP Virtual Server version |Prot LocalAddress:Port|\s+-> RemoteAddress:Port)|^\s+->\s+\S+\s+(Route|Masq|Tunnel|Local|Bypass)\s+\d/,
  keepalived:
    /^\s*(virtual_server(_group)?|real_server|vrrp_\w+|global_defs|static_\w+|virtual_ipaddress\w*|local_address_group|(lb|lvs)_(algo|kind|sched|method)|delay_loop|persistence_\w+|sorry_server|(HTTP|SSL)_GET|(TCP|SMTP|DNS|MISC|UDP|PING|FILE|BFD)_CHECK|router_id|virtual_router_id)(\s|\{|$)/,
  'lvs-cf':
    /^\s*((virtual|failover|server)\s+\S+\s*\{|(serial_no|primary|backup|primary_private|backup_private|backup_active|heartbeat|heartbeat_port|network|nat_router|nat_nmask|debug_level|syncdaemon|rsh_command|vip_nmask|pmask|load_monitor|quiesce_server|reentry|deadtime|keepalive)\s*=\s*\S)/,
  ldirectord:
    /^(virtual6?\s*=|\s+real6?\s*=|real6?\s*=.*\b(gate|masq|ipip)\b|\s*(checktype|checktimeout|checkinterval|checkcount|checkport|negotiatetimeout|failurecount|quiescent|autoreload|fallback6?|emailalert|virtualhost|logfile)\s*=)/,
};

/** The format that a text's content is in, never mind its file's name; null if it is none that can be read. */
export function recognise(text: string): ReadableFormat | null {
  if (/^\s*\{\s*(["}]|$)/.test(text.slice(0, 10_000))) return 'shoal-json';
  // An export of ours may have nothing but comments in it, which look the same in every format.
  const own = /^\s*#shoal definition format=([a-z-]+)\s*$/m.exec(text.slice(0, 200))?.[1];
  const named = readableFormats.find((format) => format === own);
  if (named) return named;
  const counts = new Map<ReadableFormat, number>();
  for (const line of firstLines(text)) {
    for (const [format, sign] of Object.entries(signs) as [ReadableFormat, RegExp][])
      if (sign.test(line)) counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  const best = readableFormats.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0];
  return best && counts.has(best) ? best : null;
}

/** Whether a text has anything in it but blanks and comments. Comments of our own are content. */
export function hasContent(text: string): boolean {
  return firstLines(text).next().done !== true;
}

function* firstLines(text: string): Generator<string, void> {
  let lines = 0;
  for (let at = 0; at < text.length && lines < mostLines; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, Math.min(end, at + longestLine));
    at = end + 1;
    if (!/^\s*([#!]|$)/.test(line) || line.startsWith('#shoal ')) {
      lines++;
      yield line;
    }
  }
}
