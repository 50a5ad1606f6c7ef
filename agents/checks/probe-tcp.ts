import { connect } from 'node:net';
import type { CheckResult } from '../../domain/checks/check-outcome.ts';
import type { Address } from '../../domain/lvs/address.ts';
import { outcomeOfError } from './outcome-of-error.ts';

/** Opens a connection and closes it again; passes when it was made within `timeout` seconds. */
export function probeTcp(address: Address, port: number, timeout: number): Promise<CheckResult> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    const end = (result: CheckResult): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const timer = setTimeout(
      () => end({ passed: false, outcome: { what: 'timeout', seconds: timeout } }),
      timeout * 1000,
    );
    socket.once('connect', () => end({ passed: true, outcome: { what: 'connected' } }));
    // Not once: an error after the end has nobody else to go to.
    socket.on('error', (error) => end({ passed: false, outcome: outcomeOfError(error) }));
  });
}
