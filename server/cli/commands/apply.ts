import type { Definition } from '../../../domain/definition/definition.ts';
import type { Changed, Cluster, Plan } from '../answers.ts';
import type { Command, Option, Run } from '../command.ts';
import { asOption, leftOut, noteText, readDefinition } from '../definition-file.ts';
import { Ending, exitCodes, usage } from '../exit-code.ts';
import { clusterPath, namedCluster } from '../find-cluster.ts';
import { clusterOption, confirmOption, reasonOption, timeoutOption, waitOption, yesOption } from '../options.ts';
import { planLines } from '../plan-lines.ts';
import { reasonOf } from '../reason-of.ts';
import { jobOf } from '../settled.ts';
import { Waiting } from '../waiting.ts';

const fileOption: Option = {
  name: 'file',
  short: 'f',
  value: 'FILE',
  help: 'The definition: YAML, JSON or another tool’s; - is standard input',
};
const takeOverOption: Option = {
  name: 'take-over',
  value: 'KEY',
  many: true,
  help: 'A service that isn’t Shoal’s and may become so',
};

const partialOption: Option = { name: 'partial', help: 'Take the file though lines of it are left out' };

async function planned(
  run: Run,
): Promise<{ cluster: Cluster; definition: Definition; plan: Plan; etag: string | null }> {
  const { given, api, terminal } = run;
  const file = given.text('file');
  if (file === null) throw usage('Name the definition’s file, with --file.');
  const { definition, notes } = await readDefinition(run, file);
  const lost = leftOut(notes);
  for (const note of lost) terminal.note(noteText(file, note));
  // A line that can't be read would else take away what it is about.
  if (lost.length > 0 && !given.flag('partial'))
    throw new Ending('refused', `${file}: ${lost.length} lines would be left out. Mend them, or say --partial.`);
  const cluster = await namedCluster(run);
  const body = { definition, takeOver: given.texts('take-over') };
  const { body: plan, etag } = await api.send<Plan>('POST', `${clusterPath(cluster.name)}/definition/plan`, { body });
  return { cluster, definition, plan, etag };
}

export const plan: Command = {
  name: ['plan'],
  summary: 'What applying a definition would do on each director; nothing is changed',
  options: [clusterOption, fileOption, asOption, partialOption, takeOverOption],
  help: ['  shoal plan -f cluster.yaml'],
  run: async (run) => {
    const { plan: found } = await planned(run);
    if (run.terminal.asJson) run.terminal.json(found);
    else run.terminal.lines(planLines(found));
    return exitCodes.done;
  },
};

export const apply: Command = {
  name: ['apply'],
  summary: 'Make a definition the cluster’s next revision, after showing its plan',
  options: [
    ...[clusterOption, fileOption, asOption, partialOption, reasonOption, yesOption, confirmOption, takeOverOption],
    { name: 'first', value: 'DIRECTOR', help: 'The director that goes first; the others wait until it has it' },
    waitOption,
    timeoutOption,
  ],
  help: [
    'It is refused when somebody wrote a revision between the plan and the answer.',
    '',
    '  shoal apply -f cluster.yaml --reason "more weight for web2" --yes --wait',
  ],
  run: async (run) => {
    const { given, api, terminal } = run;
    const reason = reasonOf(run);
    const { cluster, definition, plan: found, etag } = await planned(run);
    if (!terminal.asJson) terminal.lines(planLines(found));
    const confirm = given.text('confirm') ?? (await agreed(run, found));
    const waiting = new Waiting(run);
    const { body } = await api.send<Changed & { revision: number }>('PUT', `${clusterPath(cluster.name)}/definition`, {
      body: { definition, reason, takeOver: given.texts('take-over'), confirm, first: given.text('first') },
      ifMatch: etag,
      wait: Math.min(30, waiting.left),
    });
    const job = await jobOf(run, body, waiting);
    if (terminal.asJson) terminal.json({ cluster: cluster.name, revision: body.revision, job });
    else terminal.line(`${cluster.name}: revision ${body.revision}${job ? `, job ${job.id}: ${job.state}` : ''}`);
    return exitCodes.done;
  },
};

/** What the person typed to confirm; null where nothing is asked for. Ends where they don't agree or can't be asked. */
async function agreed({ given, world }: Run, { confirm }: Plan): Promise<string | null> {
  if (given.flag('yes')) return null;
  if (!world.ask) throw usage('Nobody can be asked here: say --yes.');
  if (confirm !== null) return world.ask(`Type ${confirm} to apply it: `);
  const answer = await world.ask('Apply it? [y/N] ');
  if (!/^y(es)?$/i.test(answer.trim())) throw new Ending('refused', 'Nothing was changed.');
  return null;
}
