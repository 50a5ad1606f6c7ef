import type { CheckOutcome } from '../../domain/checks/check-outcome.ts';

const longest = 200;

const plain: Readonly<Record<string, CheckOutcome>> = {
  ECONNREFUSED: { what: 'refused' },
  EHOSTUNREACH: { what: 'unreachable' },
  ENETUNREACH: { what: 'unreachable' },
  EHOSTDOWN: { what: 'unreachable' },
  ECONNRESET: { what: 'closed' },
  ECONNABORTED: { what: 'closed' },
  EPIPE: { what: 'closed' },
};

/** What an error of Node's net, http or https says about the other side. */
export function outcomeOfError(error: Error & { readonly code?: string }): CheckOutcome {
  const { code = '', message } = error;
  const known = plain[code];
  if (known) return known;
  const text = (message || code || 'unknown').slice(0, longest);
  // OpenSSL's errors come as EPROTO or ERR_SSL_…, with their own words behind the last colon.
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))
    return { what: 'tls', text: shortTls(text) };
  if (code.startsWith('HPE_')) return { what: 'error', text: 'not HTTP' };
  return { what: 'error', text };
}

const shortTls = (text: string): string => {
  const parts = text.split(':').map((part) => part.trim());
  return parts.filter((part) => /^[a-z]/.test(part) && / /.test(part) && !part.includes('/')).at(-1) ?? text;
};
