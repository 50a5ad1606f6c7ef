import { createHash } from 'node:crypto';
import type { Intent } from '../../domain/wire/intent.ts';

/**
 * The same for an intent that is sent again, and another one for an intent that says anything else.
 *
 * Over the letters but for the time at which they were written, because the console writes it anew at each sending. The
 * letters can't stand inside a string of the text, where their quotes would be escaped.
 */
export const intentDigest = (payload: string): string => digestOf(payload.replace(/"issuedAt":\d+/, '"issuedAt":0'));

/** The same for two intents that want the same of a whole director, whatever each was confined to. */
export const wantedDigest = ({ definition, overlays }: Intent): string =>
  digestOf(JSON.stringify([definition, overlays]));

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
