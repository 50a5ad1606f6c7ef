import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Command, commandText, type Given, type Option } from './command.ts';
import { usage } from './exit-code.ts';
import { everywhere } from './options.ts';

/** The command that words begin with, longest name first, and how many of them are its name. */
export function commandOf(table: readonly Command[], words: readonly string[]): Command | null {
  const named = table.filter(({ name }) => name.every((word, index) => words[index] === word));
  return named.toSorted((a, b) => b.name.length - a.name.length)[0] ?? null;
}

export const optionsOf = (command: Command): readonly Option[] => [...(command.options ?? []), ...everywhere];

/** What was given to a command; refuses what it doesn't take, by name. */
export function parseCommand(command: Command, args: readonly string[]): Given {
  const options = optionsOf(command);
  const { values, positionals } = parsed(command, options, args);
  const words = positionals.slice(command.name.length);
  const given: Given = {
    words,
    text: (name) => (typeof values[name] === 'string' ? values[name] : null),
    texts: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
    flag: (name) => values[name] === true,
  };
  if (given.flag('help')) return given;
  for (const { name, choices } of options) {
    const value = given.text(name);
    if (choices && value !== null && !choices.includes(value))
      throw usage(`--${name} ${value}: it may be ${choices.join(', ')}`);
  }
  const [least, most] = command.count ?? [0, 0];
  if (words.length < least) throw usage(`It takes ${command.takes}: shoal ${commandText(command)} --help`);
  if (words.length > most) throw usage(`${words[most]} is too much: shoal ${commandText(command)} --help`);
  return given;
}

function parsed(command: Command, options: readonly Option[], args: readonly string[]) {
  const config: ParseArgsConfig['options'] = {};
  for (const { name, short, value, many } of options)
    config[name] = {
      type: value === undefined ? 'boolean' : 'string',
      ...(short === undefined ? {} : { short }),
      ...(many ? { multiple: true } : {}),
    };
  try {
    return parseArgs({ args: [...args], options: config, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's second sentence tells how to pass it as a word, which is not what was meant.
    const [first = ''] = (error as Error).message.split('. ');
    throw usage(`${first}: shoal ${commandText(command)} --help`);
  }
}
