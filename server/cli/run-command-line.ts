import { type Command, commandText, type Run, type World } from './command.ts';
import { ConsoleApi } from './console-api.ts';
import { type ConfigFile, type Context, contextOf } from './context.ts';
import { Ending, type ExitCode, exitCodes, usage } from './exit-code.ts';
import { commandHelp, contextsHelp, helpText } from './help-text.ts';
import { commandOf, parseCommand } from './parse-command.ts';
import { type Stream, Terminal } from './terminal.ts';

export interface CommandLine {
  readonly table: readonly Command[];
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: Stream;
  readonly err: Stream;
  readonly version: string;
  readonly config: () => ConfigFile;
  readonly readToken: (file: string) => string;
  readonly fetch: typeof fetch;
  readonly newKey: () => string;
  readonly world: World;
}

/** Runs one command line; gives its exit code. Throws only what nobody expected. */
export async function runCommandLine(line: CommandLine): Promise<ExitCode> {
  const { args, environment, out, err } = line;
  const options = { plain: (environment.NO_COLOR ?? '') !== '', json: args.includes('--json') };
  const terminal = new Terminal(out, err, options);
  try {
    return await run(line, terminal);
  } catch (error) {
    if (!(error instanceof Ending)) throw error;
    if (terminal.asJson) terminal.json({ error: error.message, exit: error.code, ...problemIn(error) });
    for (const text of error.message.split('\n')) terminal.note(text);
    return error.code;
  }
}

const problemIn = (error: Ending): object => ('problem' in error ? { problem: error.problem } : {});

async function run(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const { table, args, version, config } = line;
  const words = args.filter((arg) => !arg.startsWith('-'));
  if (args[0] === '--version') terminal.line(version);
  else if (args[0] === 'help' && args[1] === 'contexts') terminal.lines(contextsHelp(config().path));
  else if (args.length === 0 || args[0] === '--help' || args[0] === '-h') terminal.lines(helpText(table));
  else {
    const isHelp = args[0] === 'help';
    const command = commandOf(table, isHelp ? args.slice(1) : args);
    if (!command) throw usage(`There is no command ${words.slice(0, 2).join(' ')}: ${nearest(table, words[0] ?? '')}`);
    if (isHelp) terminal.lines(commandHelp(command));
    else return runOne(line, command, terminal);
  }
  return exitCodes.done;
}

async function runOne(line: CommandLine, command: Command, terminal: Terminal): Promise<ExitCode> {
  const given = parseCommand(command, line.args);
  if (given.flag('help')) {
    terminal.lines(commandHelp(command));
    return exitCodes.done;
  }
  const context = command.offline ? nowhere : contextFor(line, given.text('context'));
  const { fetch, newKey, world } = line;
  const api = new ConsoleApi({ url: context.url, token: context.token, fetch, newKey, sleep: world.sleep });
  const cluster = given.text('cluster') ?? context.cluster;
  return command.run({ given, api, terminal, cluster, world, table: line.table } satisfies Run);
}

/** For commands that ask no console. */
const nowhere: Context = { url: 'http://nowhere.invalid', token: '', cluster: null };

function contextFor({ environment, config, readToken }: CommandLine, named: string | null): Context {
  const context = contextOf({ environment, config: config(), named, readToken });
  if (!context.ok) throw usage(context.reason);
  if (!URL.canParse(context.value.url))
    throw usage(`SHOAL_URL ${context.value.url}: write it as https://shoal.example.org`);
  return context.value;
}

/** Commands that begin alike, or how to see them all. */
function nearest(table: readonly Command[], word: string): string {
  const alike = table
    .map(commandText)
    .filter((name) => word !== '' && (name.startsWith(word) || name.split(' ')[0] === word));
  return alike.length > 0 ? `did you mean ${alike.join(', ')}?` : 'shoal --help';
}
