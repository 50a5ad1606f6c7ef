import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { PageCheck } from '../../domain/checks/check.ts';
import type { CheckResult } from '../../domain/checks/check-outcome.ts';
import type { Address } from '../../domain/lvs/address.ts';
import { outcomeOfError } from './outcome-of-error.ts';

/** Bytes of an answer in which a text is looked for. */
const mostBytes = 65_536;

/**
 * Asks for a page, and passes when status and text are as wanted within the check's timeout.
 *
 * Redirects are answers like others. A certificate is not judged, as keepalived's SSL_GET doesn't.
 */
export function probePage(address: Address, port: number, check: PageCheck): Promise<CheckResult> {
  const { path, timeout } = check;
  return new Promise((resolve) => {
    // Without one, Node names the address and the port.
    const host = check.host === null ? {} : { host: check.host };
    const headers = { ...host, 'user-agent': 'Shoal check', accept: '*/*', connection: 'close' };
    const options = { host: address, port, path, headers, agent: false };
    const asked =
      check.kind === 'https'
        ? httpsRequest({ ...options, rejectUnauthorized: false, servername: serverName(check.host) })
        : httpRequest(options);
    const end = (result: CheckResult): void => {
      clearTimeout(timer);
      asked.destroy();
      resolve(result);
    };
    const failed = (outcome: CheckResult['outcome']): void => end({ passed: false, outcome });
    const timer = setTimeout(() => failed({ what: 'timeout', seconds: timeout }), timeout * 1000);
    // Not once: an error after the end has nobody else to go to.
    asked.on('error', (error) => failed(outcomeOfError(error)));
    asked.once('response', (answer) => judge(answer, check, end));
    asked.end();
  });
}

/** The name in the TLS handshake: none for an address, which RFC 6066 forbids there. */
function serverName(host: string | null): string {
  const name = (host ?? '').replace(/:\d+$/, '');
  return isIP(name.replace(/^\[|\]$/g, '')) ? '' : name;
}

function judge(answer: IncomingMessage, check: PageCheck, end: (result: CheckResult) => void): void {
  const status = answer.statusCode ?? 0;
  const [from, to] = check.status;
  const { body } = check;
  const isGood = status >= from && status <= to;
  if (!isGood || body === null) {
    end({ passed: isGood, outcome: { what: 'status', status } });
    return;
  }
  const wanted = Buffer.from(body);
  let read = Buffer.alloc(0);
  answer.on('data', (chunk: Buffer) => {
    read = Buffer.concat([read, chunk.subarray(0, mostBytes - read.length)]);
    if (read.includes(wanted)) end({ passed: true, outcome: { what: 'status', status } });
    else if (read.length >= mostBytes) end({ passed: false, outcome: { what: 'text-missing', status } });
  });
  answer.once('end', () => end({ passed: false, outcome: { what: 'text-missing', status } }));
  answer.once('error', (error) => end({ passed: false, outcome: outcomeOfError(error) }));
}
