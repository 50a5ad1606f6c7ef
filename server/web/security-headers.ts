import type { ServerResponse } from 'node:http';

/** Next writes its data into pages as inline scripts, and libraries for charts and dialogs set inline styles. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Lets a page's scripts use eval, which React's development build does; never in production. */
export function allowEval(response: ServerResponse): void {
  response.setHeader(
    'Content-Security-Policy',
    contentSecurityPolicy.replace('script-src', "script-src 'unsafe-eval'"),
  );
}

/** Sets on a response what keeps other sites from framing, sniffing or following the console. */
export function setSecurityHeaders(response: ServerResponse, isHttps: boolean): void {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  if (isHttps) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}
