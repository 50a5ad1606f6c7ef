import { constants } from 'node:os';
import type { Kernel } from './ipvs/kernel.ts';
import { NetlinkError } from './netlink/netlink-error.ts';
import { exitCode } from './options.ts';

/** A reason why the agent can't start, in words, with the code that it exits with. */
export class StartUpError extends Error {
  override readonly name = 'StartUpError';
  readonly exitCode: number;

  constructor(message: string, code: number) {
    super(message);
    this.exitCode = code;
  }
}

/** Asks the kernel for its IPVS, which loads the module. Throws a StartUpError that says what to do. */
export async function checkKernel(kernel: Pick<Kernel, 'readInfo'>): Promise<void> {
  try {
    await kernel.readInfo();
  } catch (error) {
    throw startUpError(error);
  }
}

function startUpError(error: unknown): unknown {
  if (!(error instanceof NetlinkError)) return error;
  if (error.errno === constants.errno.EPERM || error.errno === constants.errno.EACCES) {
    const how = 'run it as root, or give it CAP_NET_ADMIN in the initial user namespace';
    return new StartUpError(`no permission to use IPVS: ${how}`, exitCode.permission);
  }
  if (error.command === 'GETFAMILY' && error.errno === constants.errno.ENOENT) {
    const how = 'load the module with “modprobe ip_vs”, or install a kernel that has it';
    return new StartUpError(`this kernel has no IPVS: ${how}`, exitCode.noIpvs);
  }
  return error;
}
