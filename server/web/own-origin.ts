import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser's request comes from the console's own pages.
 *
 * Browsers send cookies with sockets that any page opens, and say in Origin whose page it was. Without a public address
 * the page's host must be the one that was asked: a name that an attacker points here has no cookie of ours.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return false;
  if (publicUrl !== null && origin === publicUrl) return true;
  return publicUrl === null && URL.canParse(origin) && new URL(origin).host === host;
}
