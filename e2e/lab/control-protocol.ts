import type { Namespace } from './namespaces.ts';

/** What the host tells the guest on one connection: first `run`, then input and signals. Bytes travel as base64. */
export type ControlRequest =
  | { run: { namespace: Namespace; argv: string[]; env: Record<string, string> } }
  | { input: string }
  | { inputEnd: true }
  | { signal: NodeJS.Signals };

/** What the guest answers: `started`, then output as it comes, and `ended` when the program and its output are done. */
export type ControlReply =
  | { started: number }
  | { stdout: string }
  | { stderr: string }
  | { ended: { code: number | null; signal: NodeJS.Signals | null } };
