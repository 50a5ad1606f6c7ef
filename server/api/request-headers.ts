import type { IncomingHttpHeaders } from 'node:http';
import { AppError, invalid } from '../trpc/app-error.ts';

/** Longest that a request may ask to wait, in seconds: proxies end idle requests after a minute. */
export const longestWait = 50;

/** The token in `Authorization: Bearer …`; null when there is none. */
export const bearerOf = ({ authorization }: IncomingHttpHeaders): string | null =>
  /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? null;

/** The revision in `If-Match: "12"`; null without the header. */
export function ifMatchOf(headers: IncomingHttpHeaders): number | null {
  const given = headers['if-match'];
  if (given === undefined) return null;
  const [, revision] = /^(?:W\/)?"(\d{1,15})"$/.exec(given.trim()) ?? [];
  if (revision === undefined) throw invalid('if-match-invalid', ['If-Match']);
  return Number(revision);
}

/** Milliseconds of `Prefer: wait=10` (RFC 7240), up to the longest that is waited; null when it isn't asked for. */
export function waitOf({ prefer }: IncomingHttpHeaders): number | null {
  const [, seconds] = /(?:^|[,;\s])wait=(\d{1,9})(?:$|[,;\s])/i.exec(String(prefer ?? '')) ?? [];
  return seconds === undefined ? null : Math.min(Number(seconds), longestWait) * 1000;
}

/** The Idempotency-Key, with or without the quotes of its draft standard; null without the header. */
export function idempotencyKeyOf(headers: IncomingHttpHeaders): string | null {
  const given = headers['idempotency-key'];
  if (given === undefined) return null;
  const [, key] = /^"?([\x21\x23-\x7e]{1,200})"?$/.exec(String(given)) ?? [];
  if (key === undefined) throw invalid('idempotency-key-invalid', ['Idempotency-Key']);
  return key;
}

/** Refuses what a browser sends on behalf of another site. Tokens are not cookies, but nobody needs this either. */
export function refuseOtherSites(headers: IncomingHttpHeaders, isOwn: boolean): void {
  const fromElsewhere = headers.origin !== undefined && !isOwn;
  if (fromElsewhere || headers['sec-fetch-site'] === 'cross-site')
    throw new AppError('FORBIDDEN', 'This request comes from another site.');
}
