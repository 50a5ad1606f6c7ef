import { type Command, commandText, type Option } from './command.ts';
import { optionsOf } from './parse-command.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** The lines of a completion script for a shell, made of the commands' own table. */
export function completionScript(shell: Shell, table: readonly Command[]): string[] {
  return { bash, zsh, fish }[shell](table);
}

/** Words that may stand where a command's name begins, and after its first one. */
const firstWords = (table: readonly Command[]): string[] => [...new Set(table.flatMap(({ name }) => name[0] ?? []))];
const secondWords = (table: readonly Command[], first: string): string[] =>
  table.filter(({ name }) => name[0] === first).flatMap(({ name, words }) => name[1] ?? words ?? []);

const flagsOf = (options: readonly Option[]): string[] =>
  options.flatMap(({ name, short }) => [`--${name}`, ...(short ? [`-${short}`] : [])]);

const withChoices = (table: readonly Command[]): Option[] => [
  ...new Map(
    table
      .flatMap(optionsOf)
      .filter(({ choices }) => choices)
      .map((option) => [option.name, option]),
  ).values(),
];

function bash(table: readonly Command[]): string[] {
  const second = firstWords(table)
    .map((first) => [first, secondWords(table, first)] as const)
    .filter(([, words]) => words.length > 0);
  return [
    '_shoal() {',
    `  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}`,
    `  local first=\${COMP_WORDS[1]} name="\${COMP_WORDS[1]} \${COMP_WORDS[2]}" words=""`,
    '  case $before in',
    ...withChoices(table).map(({ name, choices = [] }) => `    --${name}) words="${choices.join(' ')}" ;;`),
    '    --file|-f|--out|-o|--witness|--key) COMPREPLY=($(compgen -f -- "$word")); return ;;',
    '  esac',
    '  if [ -n "$words" ]; then :',
    '  elif [ "$COMP_CWORD" -eq 1 ]; then',
    `    words="${[...firstWords(table), 'help', '--help', '--version'].join(' ')}"`,
    '  elif [[ $word != -* ]]; then',
    '    [ "$COMP_CWORD" -eq 2 ] && case $first in',
    ...second.map(([first, words]) => `      ${first}) words="${words.join(' ')}" ;;`),
    '    esac',
    '    if [ -z "$words" ]; then COMPREPLY=($(compgen -f -- "$word")); return; fi',
    '  else',
    '    case $name in',
    ...table
      .toSorted((a, b) => b.name.length - a.name.length)
      .map((command) => `      "${commandText(command)}"*) words="${flagsOf(optionsOf(command)).join(' ')}" ;;`),
    '    esac',
    '  fi',
    '  COMPREPLY=($(compgen -W "$words" -- "$word"))',
    '}',
    'complete -F _shoal shoal',
  ];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function zsh(table: readonly Command[]): string[] {
  const described = (words: readonly (readonly [string, string])[]): string =>
    words.map(([word, said]) => quoted(`${word.replaceAll(':', '\\:')}:${said}`)).join(' ');
  const summaryOf = (first: string): string => table.find(({ name }) => name[0] === first)?.summary ?? '';
  return [
    '#compdef shoal',
    '_shoal() {',
    '  local -a words_here',
    '  if (( CURRENT == 2 )); then',
    `    words_here=(${described(firstWords(table).map((first) => [first, summaryOf(first)]))})`,
    '    _describe command words_here',
    '    return',
    '  fi',
    '  case "$words[2] $words[3]" in',
    ...table
      .toSorted((a, b) => b.name.length - a.name.length)
      .flatMap((command) => [
        `    ${quoted(commandText(command))}*)`,
        `      words_here=(${described(optionsOf(command).map(({ name, help }) => [`--${name}`, help]))})`,
        '      ;;',
      ]),
    '  esac',
    '  if [[ $PREFIX != -* ]]; then',
    '    local -a more',
    '    case "$CURRENT $words[2]" in',
    ...firstWords(table)
      .filter((first) => secondWords(table, first).length > 0)
      .map((first) => `      ${quoted(`3 ${first}`)}) more=(${secondWords(table, first).map(quoted).join(' ')}) ;;`),
    '    esac',
    '    if (( $#more )); then _describe word more; else _files; fi',
    '    return',
    '  fi',
    '  _describe option words_here',
    '}',
    'if [ "$funcstack[1]" = _shoal ]; then _shoal "$@"; else compdef _shoal shoal; fi',
  ];
}

function fish(table: readonly Command[]): string[] {
  const firsts = firstWords(table);
  const none = `not __fish_seen_subcommand_from ${firsts.join(' ')}`;
  return [
    'complete -c shoal -f',
    ...firsts.map((first) => {
      const summary = table.find(({ name }) => name[0] === first)?.summary ?? '';
      return `complete -c shoal -n ${quoted(none)} -a ${first} -d ${quoted(summary)}`;
    }),
    ...firsts
      .filter((first) => secondWords(table, first).length > 0)
      .map((first) => {
        const words = secondWords(table, first);
        const seen = `__fish_seen_subcommand_from ${first}; and not __fish_seen_subcommand_from ${words.join(' ')}`;
        return `complete -c shoal -n ${quoted(seen)} -a ${quoted(words.join(' '))}`;
      }),
    ...table.flatMap((command) => {
      const seen = command.name.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
      return optionsOf(command).map(({ name, short, value, choices, help }) =>
        [
          `complete -c shoal -n ${quoted(seen)} -l ${name}`,
          ...(short ? [`-s ${short}`] : []),
          ...(choices ? [`-x -a ${quoted(choices.join(' '))}`] : value === undefined ? [] : ['-r -F']),
          `-d ${quoted(help)}`,
        ].join(' '),
      );
    }),
  ];
}
