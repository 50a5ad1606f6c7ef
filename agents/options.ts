import { parseArgs } from 'node:util';
import { nameSchema } from '../domain/definition/service-definition.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { agentSocketUrl } from './connection/console-address.ts';

export interface Options {
  /** Of the agents' socket; null when no console was named. */
  readonly socketUrl: string | null;
  readonly token: string | null;
  readonly name: string;
  readonly stateFolder: string;
  readonly mode: 'run' | 'once' | 'dry-run' | 'version' | 'help';
  readonly simulated: boolean;
}

/** Exit codes, as --help tells them. */
export const exitCode = { done: 0, failed: 1, usage: 2, permission: 3, noIpvs: 4, token: 5, state: 6 } as const;

export const helpText = `shoal-agent: keeps the IPVS table of this director as its console wants it.

  --console URL    the console, such as https://shoal.example
  --token TOKEN    one-time token to enrol with, the first time only
  --name NAME      name of this director; default: the host's name
  --state-dir DIR  key, last intent and owned services; default: /var/lib/shoal
  --dry-run        print what the intent would change, as ipvsadm lines, and write nothing
  --once           apply the intent once, print each step and the read-back, and end
  --simulated      no kernel: a table in memory with made-up traffic, shown as simulated
  --version, --help

--dry-run takes the last intent that is held, and --once the one that the console sends within 5 seconds or else the
last one. Without a console the agent keeps trying; the traffic doesn't need it.

Exit codes
  0  ended when asked to, or the table is as wanted
  1  --once: a step failed, or the table read back differs; or an error that was not expected
  2  wrong options
  3  no permission: needs root, or CAP_NET_ADMIN in the initial user namespace
  4  this kernel has no IPVS: the module ip_vs is missing
  5  not enrolled: the token is unknown, used or expired, or there is none
  6  the state folder can't be used, its identity can't be read, or another agent uses it`;

/** The options of a command line, or what is wrong with them. */
export function readOptions(args: readonly string[], hostName: string): Result<Options> {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
  const modes = (['help', 'version', 'dry-run', 'once'] as const).filter((mode) => values[mode]);
  const mode = modes[0] ?? 'run';
  const url = values.console === undefined ? null : agentSocketUrl(values.console);
  if (url && !url.ok) return url;
  if (mode === 'run' && !url) return refused('--console is missing');
  if (modes.includes('dry-run') && modes.includes('once')) return refused('--dry-run and --once exclude each other');
  const name = nameSchema.safeParse(values.name ?? hostName);
  if (!name.success && mode !== 'help' && mode !== 'version')
    return refused(`“${values.name ?? hostName}” can't be a director's name; give one with --name`);
  return ok({
    socketUrl: url?.value ?? null,
    token: values.token ?? null,
    name: name.success ? name.data : '',
    stateFolder: values['state-dir'] ?? '/var/lib/shoal',
    mode,
    simulated: values.simulated ?? false,
  });
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      console: { type: 'string' },
      token: { type: 'string' },
      name: { type: 'string' },
      'state-dir': { type: 'string' },
      'dry-run': { type: 'boolean' },
      once: { type: 'boolean' },
      simulated: { type: 'boolean' },
      version: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }).values;
