import type { ChainRow } from './chain-row.ts';
import { exportedLine } from './exported-row.ts';

/** RFC 5424, 6.2.1: facility 13 is “log audit”; severity 5 notice, 4 warning. */
const facility = 13;
const severities: Readonly<Record<string, number>> = { done: 5, denied: 4, failed: 4 };

/** Bytes that receivers of datagrams should take: RFC 5426, 3.2. */
export const datagramBytes = 2048;

/**
 * A row as a message of RFC 5424: program `shoal`, the action as MSGID, and the row as JSON.
 *
 * With `bytes`, a row that would be longer goes without its difference and with `"cut":true`; its number and hash are
 * there, so that it can be looked up.
 */
export function syslogMessage(row: ChainRow, host: string, bytes = Number.POSITIVE_INFINITY): string {
  const priority = facility * 8 + (severities[row.outcome] ?? 5);
  const head = `<${priority}>1 ${new Date(row.at).toISOString()} ${printable(host, 255)} shoal - ${printable(row.action, 32)} -`;
  const whole = `${head} ${exportedLine(row)}`;
  if (byteLength(whole) <= bytes) return whole;
  const cut = exportedLine({ ...row, before: null, after: null, reason: row.reason?.slice(0, 200) ?? null });
  return `${head} ${cut.replace(/\}$/, ',"cut":true}')}`;
}

/** RFC 6587, 3.4.1: the message's length in bytes before each, as it may hold any sign. */
export const counted = (message: string): string => `${byteLength(message)} ${message}`;

/** PRINTUSASCII of RFC 5424, 6: `-` for nothing. */
const printable = (text: string, most: number): string => text.replace(/[^\x21-\x7e]/g, '').slice(0, most) || '-';

const byteLength = (text: string): number => {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};
