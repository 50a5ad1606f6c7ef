import type { Command } from '../command.ts';
import { completionScript, shells } from '../completion.ts';
import { exitCodes, usage } from '../exit-code.ts';

export const completion: Command = {
  name: ['completion'],
  takes: shells.join('|'),
  words: shells,
  count: [1, 1],
  offline: true,
  summary: 'A script that lets a shell complete commands and options',
  help: [
    '  bash: shoal completion bash > /etc/bash_completion.d/shoal',
    `  zsh:  shoal completion zsh > "\${fpath[1]}/_shoal"`,
    '  fish: shoal completion fish > ~/.config/fish/completions/shoal.fish',
  ],
  run: async ({ given, terminal, table }) => {
    const shell = shells.find((name) => name === given.words[0]);
    if (!shell) throw usage(`There is completion for ${shells.join(', ')}.`);
    terminal.lines(completionScript(shell, table));
    return exitCodes.done;
  },
};
