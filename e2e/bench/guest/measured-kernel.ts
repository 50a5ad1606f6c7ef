import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Ipvs } from '../../../agents/ipvs/ipvs.ts';
import { countMessages } from '../../../agents/netlink/count-messages.ts';
import { systemSocket } from '../../../agents/netlink/system-socket.ts';
import { bootTimeReader } from '../../../agents/observe/boot-time.ts';

const { open, counts } = countMessages(await systemSocket());

/** The guest's IPVS, and the messages sent to it so far. */
export const kernel = new Ipvs(open, bootTimeReader());
export { counts };

// Starting a program from a large process makes both slow for a while: their memory is shared until it is written to.
const shell = spawn('sh', { stdio: ['pipe', 'pipe', 'inherit'] });

/** Runs a line of shell to its end. Throws when it fails. */
export async function sh(line: string): Promise<void> {
  shell.stdin.write(`${line}; echo $?\n`);
  const [answer] = (await once(shell.stdout, 'data')) as [Buffer];
  if (answer.toString().trim() !== '0') throw new Error(`${line} failed`);
}

/** Ends what was started, so that the program can end. */
export function finish(): void {
  shell.stdin.end();
  kernel.close();
}

/** Milliseconds that something takes. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
