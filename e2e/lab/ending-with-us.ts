/**
 * The command that runs a program which gets SIGTERM from the kernel when we end, even when we are killed with -9. It
 * keeps its process id. The kernel counts the end of the thread that starts it, so start it from the main one.
 */
export function endingWithUs(command: [string, ...string[]]): [string, ...string[]] {
  return process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'TERM', '--', ...command] : command;
}
