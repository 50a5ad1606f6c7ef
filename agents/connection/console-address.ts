import { ok, type Result, refused } from '../../domain/result.ts';

/** The address of the agents' socket of a console: `https://shoal.example` gives `wss://shoal.example/api/agent`. */
export function agentSocketUrl(console: string): Result<string> {
  const url = URL.parse(console);
  if (!url || !['http:', 'https:'].includes(url.protocol))
    return refused(`“${console}” is not the address of a console such as https://shoal.example`);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.pathname = `${url.pathname.replace(/\/$/, '')}/api/agent`;
  url.search = '';
  url.hash = '';
  return ok(url.href);
}
