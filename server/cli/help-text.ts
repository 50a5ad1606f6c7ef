import { type Command, commandText, type Option } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { optionsOf } from './parse-command.ts';
import { tableText } from './table-text.ts';

const exits: Record<keyof typeof exitCodes, string> = {
  done: 'done',
  failed: 'it went wrong: a kernel did not take it, a release halted, a log is not as it was written',
  guard: 'refused: too little would serve',
  timedOut: 'it goes on; the time to wait for it is over',
  refused: 'refused, and nothing was done',
  notReached: 'the console can’t be reached',
  usage: 'the command line is wrong',
};

/** What `shoal --help` says. */
export const helpText = (table: readonly Command[]): string[] => [
  'shoal – drains, releases and definitions of IPVS directors, by the console’s API',
  '',
  ...indented(table.map((command) => [`shoal ${usageOf(command)}`, command.summary])),
  '',
  'SHOAL_URL, SHOAL_TOKEN and SHOAL_CLUSTER say where; or a config file: shoal help contexts.',
  'Each command has --help and --json. Colours only on a terminal, and not with NO_COLOR.',
  '',
  'Exit codes:',
  ...indented(Object.entries(exitCodes).map(([name, code]) => [String(code), exits[name as keyof typeof exits]])),
];

/** What `shoal COMMAND --help` says. */
export const commandHelp = (command: Command): string[] => [
  `shoal ${usageOf(command)} [options]`,
  '',
  command.summary,
  ...(command.help ? ['', ...command.help] : []),
  '',
  ...indented(optionsOf(command).map((option) => [optionText(option), option.help])),
];

export const contextsHelp = (path: string): string[] => [
  `${path} names consoles:`,
  '',
  '  {',
  '    "context": "prod",',
  '    "contexts": {',
  '      "prod": { "url": "https://shoal.example.org", "tokenFile": "/run/secrets/shoal", "cluster": "shop" },',
  '      "lab": { "url": "http://127.0.0.1:3000", "token": "shoal_…" }',
  '    }',
  '  }',
  '',
  'Nobody else may read a file with a token (chmod 600). SHOAL_URL with SHOAL_TOKEN goes before it; --context NAME before',
  'both. SHOAL_CONTEXT names one, too.',
];

const usageOf = (command: Command): string =>
  command.takes === undefined ? commandText(command) : `${commandText(command)} ${command.takes}`;

const optionText = ({ name, short, value }: Option): string =>
  `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;

const indented = (rows: readonly (readonly string[])[]): string[] =>
  tableText(['', ''], rows)
    .slice(1)
    .map((line) => `  ${line}`);
