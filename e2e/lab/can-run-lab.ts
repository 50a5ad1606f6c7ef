import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { debianEnvironment, debianProgram } from './debian-program.ts';

export type LabAvailability = { ok: true } | { ok: false; reason: string };

/**
 * The command that gives a program network, process and mount namespaces of its own, and ends it when the command ends.
 * Without root it makes a user namespace as well.
 */
export function isolate(command: string[]): string[] {
  const flags = process.getuid?.() === 0 ? '-nmpf' : '-Urnmpf';
  return ['unshare', flags, '--kill-child', '--', ...command];
}

/** Whether this machine can run the lab, found out by making its namespaces and its tap; takes some 10 ms. */
export async function canRunLab(): Promise<LabAvailability> {
  if (process.platform !== 'linux') return { ok: false, reason: 'The lab needs Linux.' };
  const lacking = ['/usr/bin/linux.uml', '/usr/sbin/ipvsadm'].filter((path) => !debianProgram(path));
  if (lacking.length > 0) return { ok: false, reason: `${lacking.join(' and ')} missing: run \`npm run setup\`.` };

  const [program = '', ...args] = isolate(['ip', 'tuntap', 'add', 'tap0', 'mode', 'tap']);
  try {
    await promisify(execFile)(program, args, { env: debianEnvironment() });
    return { ok: true };
  } catch (error) {
    const detail = (error as { stderr?: string }).stderr?.trim() || String(error);
    return { ok: false, reason: `Network namespaces with a tap (/dev/net/tun) can't be made here: ${detail}` };
  }
}
