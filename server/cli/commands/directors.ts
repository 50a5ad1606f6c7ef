import type { Director, DirectorHead } from '../answers.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { type Cell, tableText } from '../table-text.ts';
import { directorRows } from './status.ts';

const pathOf = (director: string) => `/directors/${encodeURIComponent(director)}`;

export const directors: Command = {
  name: ['directors'],
  takes: '[DIRECTOR]',
  count: [0, 1],
  summary: 'Every director, or one with its services and drift',
  run: async ({ given, api, terminal, world }) => {
    const [name] = given.words;
    if (name === undefined) {
      const { directors: all } = await api.get<{ directors: DirectorHead[] }>('/directors');
      if (terminal.asJson) terminal.json(all);
      else {
        const rows = directorRows(all, world.now()).map((row, index) => [all[index]?.cluster ?? '', ...row]);
        terminal.lines(tableText(['CLUSTER', 'DIRECTOR', 'STATE', 'AGE', 'HELD', 'WANTED'], rows));
      }
      return exitCodes.done;
    }
    const one = await api.get<Director>(pathOf(name));
    if (terminal.asJson) terminal.json(one);
    else {
      const { director, kernel, agentVersion, trouble, services, drift, driftTotal } = one;
      terminal.line(`${director.name}: ${director.state}, kernel ${kernel ?? '–'}, agent ${agentVersion ?? '–'}`);
      if (trouble) terminal.line(trouble);
      const rows = services.map((service): Cell[] => [
        ...[service.key, service.name, service.config, service.standing, service.destinations],
      ]);
      terminal.lines(['', ...tableText(['SERVICE', 'NAME', 'SCHEDULER', 'STANDING', 'DESTINATIONS'], rows)]);
      if (driftTotal > 0) terminal.lines(['', `${driftTotal} places differ:`, ...drift.map(({ line }) => `  ${line}`)]);
    }
    return exitCodes.done;
  },
};

export const table: Command = {
  name: ['table'],
  takes: 'DIRECTOR',
  count: [1, 1],
  summary: 'A director’s IPVS table as its kernel has it, as ipvsadm -Ln prints it',
  run: async ({ given, api, terminal }) => {
    const answer = await api.get<{ ipvsadm: string | null }>(`${pathOf(given.words[0] ?? '')}/table`);
    if (terminal.asJson) terminal.json(answer);
    else terminal.line(answer.ipvsadm ?? 'The table is not known now.');
    return answer.ipvsadm === null && !terminal.asJson ? exitCodes.failed : exitCodes.done;
  },
};
