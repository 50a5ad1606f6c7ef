import type { Job } from '../answers.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { timeoutOption, waitOption } from '../options.ts';
import { jobText, settled } from '../settled.ts';
import { Waiting } from '../waiting.ts';

export const job: Command = {
  name: ['job'],
  takes: 'JOB',
  count: [1, 1],
  summary: 'What became of a change on each director',
  options: [waitOption, timeoutOption],
  run: async (run) => {
    const { given, api, terminal } = run;
    const known = await api.get<Job>(`/jobs/${encodeURIComponent(given.words[0] ?? '')}`);
    const told = given.flag('wait') ? await settled(run, known, new Waiting(run)) : known;
    if (terminal.asJson) terminal.json(told);
    else terminal.line(`${told.state}: ${jobText(told)}`);
    return told.state === 'failed' ? exitCodes.failed : exitCodes.done;
  },
};
