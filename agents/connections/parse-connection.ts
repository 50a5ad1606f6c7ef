import type { Connection } from '../../domain/connections/connection.ts';
import { type Address, addressFromBytes, parseAddress } from '../../domain/lvs/address.ts';

/**
 * The entry of one line of /proc/net/ip_vs_conn (`ip_vs_conn_seq_show` in ip_vs_conn.c); null for its heading, and for
 * a line that isn't whole.
 *
 * IPv4 addresses are eight hexadecimal digits, IPv6 ones are eight groups of four; ports are hexadecimal; the last
 * column is in seconds. A persistence engine's data may follow.
 */
export function parseConnection(line: string): Connection | null {
  const [protocol, client, clientPort, vip, vipPort, destination, destinationPort, state, expires] = line.split(/ +/);
  if (!expires || !protocol || !state || !/^\d+$/.test(expires)) return null;
  const addresses = [client, vip, destination].map(addressOf);
  const [from, to, by] = addresses;
  if (!from || !to || !by) return null;
  return {
    ...{ protocol, state },
    client: from,
    clientPort: portOf(clientPort),
    vip: to,
    vipPort: portOf(vipPort),
    destination: by,
    destinationPort: portOf(destinationPort),
    expires: Number(expires),
  };
}

const portOf = (hexadecimal = ''): number => Number.parseInt(hexadecimal, 16) || 0;

function addressOf(text = ''): Address | null {
  if (/^[0-9A-F]{8}$/i.test(text)) return addressFromBytes(Buffer.from(text, 'hex'));
  const parsed = parseAddress(text);
  return parsed.ok ? parsed.value : null;
}
