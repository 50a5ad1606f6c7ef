import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { ControlReply, ControlRequest } from '../../control-protocol.ts';
import { readJsonLines, writeJsonLine } from '../../json-lines.ts';
import type { Namespace } from '../../namespaces.ts';

/**
 * Runs the one program that a connection asks for and passes its input, output, signals and end. When the connection
 * breaks, the program and the rest of its process group are killed.
 */
export function serveControl(socket: Socket): void {
  let child: ChildProcess | undefined;
  let ended = false;
  const reply = (message: ControlReply) => writeJsonLine(socket, message);

  const take = (request: ControlRequest) => {
    if ('run' in request) {
      const [command = '', ...args] = inNamespace(request.run.namespace, request.run.argv);
      child = spawn(command, args, { env: { ...process.env, ...request.run.env }, detached: true });
      child.on('spawn', () => reply({ started: child?.pid ?? 0 }));
      child.stdout?.on('data', (chunk: Buffer) => reply({ stdout: chunk.toString('base64') }));
      child.stderr?.on('data', (chunk: Buffer) => reply({ stderr: chunk.toString('base64') }));
      child.stdin?.on('error', () => {});
      child.on('error', (error) => {
        reply({ stderr: Buffer.from(`${error.message}\n`).toString('base64') });
        end(127, null);
      });
      child.on('close', end);
    } else if ('input' in request) child?.stdin?.write(Buffer.from(request.input, 'base64'));
    else if ('inputEnd' in request) child?.stdin?.end();
    else child?.kill(request.signal);
  };
  const end = (code: number | null, signal: NodeJS.Signals | null) => {
    ended = true;
    reply({ ended: { code, signal } });
    socket.end();
  };
  const abandon = () => {
    if (!ended && child?.pid) killGroup(child.pid);
  };

  readJsonLines<ControlRequest>(socket, take, (line) => console.log(`control: not JSON: ${line}`));
  socket.on('error', abandon).on('close', abandon).on('end', abandon);
}

/** nsenter execs the program, so the process id that is reported, and that gets the signals, is the program's own. */
function inNamespace(namespace: Namespace, argv: string[]): string[] {
  return namespace === 'root' ? argv : ['nsenter', `--net=/run/netns/${namespace}`, '--', ...argv];
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
