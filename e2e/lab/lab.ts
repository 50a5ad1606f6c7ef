import type { Namespace } from './namespaces.ts';

/** A running lab: a real kernel with IPVS, and the machines in it. */
export interface Lab {
  /** Runs a program to its end. A timeout (30 s unless given) kills it and throws. */
  exec(namespace: Namespace, argv: string[], options?: ExecOptions): Promise<Execution>;
  /** Starts a program and leaves it running. */
  spawn(namespace: Namespace, argv: string[], options?: SpawnOptions): Promise<LabProcess>;
  /** Makes `http://10.254.0.1:3000` in the lab lead to this console of the host's; connections that stand go on. */
  pointAtConsole(url: string): void;
  /** Resolves when the guest has ended by itself, with what it said last. */
  died: Promise<string>;
  /** Ends everything in the lab, and resolves when nothing of it is left. */
  stop(): Promise<void>;
}

export interface ExecOptions extends SpawnOptions {
  input?: string;
  timeoutMs?: number;
}

export interface SpawnOptions {
  env?: Record<string, string>;
}

export interface Execution {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A program in the lab. */
export interface LabProcess {
  /** Its process id in the guest. */
  pid: number;
  /** Sends it a signal. */
  kill(signal?: NodeJS.Signals): void;
  /** All it has written so far to standard output and standard error. */
  output(): string;
  /** Calls back with each complete line of standard output, from the first. */
  onLine(listener: (line: string) => void): void;
  write(input: string): void;
  endInput(): void;
  /** Resolves when it and its output have ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}
