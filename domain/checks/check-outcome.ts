import { z } from 'zod';

const status = z.number().int().min(0).max(999);
const text = z.string().max(200);

/** What one check met, in parts, so that every language has its own words for it. */
export const checkOutcomeSchema = z.discriminatedUnion('what', [
  /** The connection was made; all that a tcp check asks. */
  z.strictObject({ what: z.literal('connected') }),
  /** An answer with this status, which decides whether it passed. */
  z.strictObject({ what: z.literal('status'), status }),
  /** An answer with a good status and without the text. */
  z.strictObject({ what: z.literal('text-missing'), status }),
  /** ECONNREFUSED: the machine answers, and nothing listens. */
  z.strictObject({ what: z.literal('refused') }),
  z.strictObject({ what: z.literal('timeout'), seconds: z.number().int().min(0) }),
  /** The connection was made and ended before an answer. */
  z.strictObject({ what: z.literal('closed') }),
  /** EHOSTUNREACH, ENETUNREACH: no way there, or nobody answers ARP. */
  z.strictObject({ what: z.literal('unreachable') }),
  /** The TLS handshake failed; the library's own words. */
  z.strictObject({ what: z.literal('tls'), text }),
  /** Anything else; the system's own words. */
  z.strictObject({ what: z.literal('error'), text }),
]);

export type CheckOutcome = z.output<typeof checkOutcomeSchema>;

/** One check that ended. */
export interface CheckResult {
  readonly passed: boolean;
  readonly outcome: CheckOutcome;
}

/** An outcome in English, for logs and the audit log: `connect refused`, `HTTP 503`, `timeout after 2 s`. */
export function outcomeText(outcome: CheckOutcome): string {
  switch (outcome.what) {
    case 'connected':
      return 'connected';
    case 'status':
      return `HTTP ${outcome.status}`;
    case 'text-missing':
      return `HTTP ${outcome.status} without the text`;
    case 'refused':
      return 'connect refused';
    case 'timeout':
      return `timeout after ${outcome.seconds} s`;
    case 'closed':
      return 'closed without an answer';
    case 'unreachable':
      return 'unreachable';
    case 'tls':
      return `TLS: ${outcome.text}`;
    case 'error':
      return outcome.text;
  }
}
