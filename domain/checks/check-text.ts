import { type Check, isPageCheck } from './check.ts';

/** A check as one line: `HTTP GET /health → 200 every 5 s`, `TCP connect :8080 every 5 s`. */
export function checkText(check: Check): string {
  const port = check.port === null ? '' : ` :${check.port}`;
  const every = `every ${check.interval} s`;
  if (!isPageCheck(check)) return `TCP connect${port} ${every}`;
  const [from, to] = check.status;
  const host = check.host === null ? '' : ` (${check.host})`;
  const body = check.body === null ? '' : ` with “${check.body}”`;
  const status = from === to ? `${from}` : `${from}–${to}`;
  return `${check.kind.toUpperCase()} GET${port} ${check.path}${host} → ${status}${body} ${every}`;
}

/** All that a check says, so that equal texts mean the same: its line, then timeout, rise and fall; `none` for null. */
export const wholeCheckText = (check: Check | null): string =>
  check ? `${checkText(check)}, timeout ${check.timeout} s, rise ${check.rise}, fall ${check.fall}` : 'none';
