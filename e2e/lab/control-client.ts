import { connect } from 'node:net';
import type { ControlReply, ControlRequest } from './control-protocol.ts';
import { readJsonLines, writeJsonLine } from './json-lines.ts';
import type { ExecOptions, Execution, LabProcess, SpawnOptions } from './lab.ts';
import type { Namespace } from './namespaces.ts';

interface Output {
  stdout: Buffer[];
  stderr: Buffer[];
  all: Buffer[];
}

/** Starts programs in the guest through its control server, which is reached by the socket at `path`. */
export class ControlClient {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async exec(namespace: Namespace, argv: string[], options: ExecOptions = {}): Promise<Execution> {
    const { child, output } = await this.#start(namespace, argv, options);
    if (options.input !== undefined) child.write(options.input);
    child.endInput();
    const timeoutMs = options.timeoutMs ?? 30_000;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    const { code } = await child.ended.finally(() => clearTimeout(timer));
    const [stdout, stderr] = [output.stdout, output.stderr].map((parts) => Buffer.concat(parts).toString());
    if (late) throw new Error(`${argv.join(' ')} did not end within ${timeoutMs} ms\n${stdout}${stderr}`);
    return { code, stdout: stdout ?? '', stderr: stderr ?? '' };
  }

  async spawn(namespace: Namespace, argv: string[], options: SpawnOptions = {}): Promise<LabProcess> {
    return (await this.#start(namespace, argv, options)).child;
  }

  #start(namespace: Namespace, argv: string[], options: SpawnOptions): Promise<{ child: LabProcess; output: Output }> {
    const socket = connect({ path: this.#path });
    const send = (request: ControlRequest) => writeJsonLine(socket, request);
    const output: Output = { stdout: [], stderr: [], all: [] };
    const ended = Promise.withResolvers<Awaited<LabProcess['ended']>>();
    const child: Omit<LabProcess, 'pid'> = {
      kill: (signal = 'SIGTERM') => send({ signal }),
      output: () => Buffer.concat(output.all).toString(),
      onLine: (listener) => lines.add(listener),
      write: (input) => send({ input: Buffer.from(input).toString('base64') }),
      endInput: () => send({ inputEnd: true }),
      ended: ended.promise,
    };
    const lines = new LineWatch();

    return new Promise((resolve, reject) => {
      const keep = (parts: Buffer[], encoded: string) => {
        const bytes = Buffer.from(encoded, 'base64');
        parts.push(bytes);
        output.all.push(bytes);
        if (parts === output.stdout) lines.take(bytes.toString());
      };
      const take = (reply: ControlReply) => {
        if ('started' in reply) resolve({ child: { ...child, pid: reply.started }, output });
        else if ('stdout' in reply) keep(output.stdout, reply.stdout);
        else if ('stderr' in reply) keep(output.stderr, reply.stderr);
        else {
          ended.resolve(reply.ended);
          reject(new Error(`${argv[0]} could not be started: ${child.output()}`));
          socket.destroy();
        }
      };
      socket.on('connect', () => send({ run: { namespace, argv, env: options.env ?? {} } }));
      readJsonLines<ControlReply>(socket, take, () => {});
      socket.on('error', reject);
      socket.on('close', () => {
        reject(new Error(`the lab ended before ${argv[0]} was started`));
        ended.resolve({ code: null, signal: null });
      });
    });
  }
}

class LineWatch {
  readonly #seen: string[] = [];
  readonly #listeners: ((line: string) => void)[] = [];
  #rest = '';

  add(listener: (line: string) => void): void {
    for (const line of this.#seen) listener(line);
    this.#listeners.push(listener);
  }

  take(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      this.#seen.push(line);
      for (const listener of this.#listeners) listener(line);
    }
  }
}
