import { auditOutcomes } from '../../../domain/audit/audit-row.ts';
import { readVerifyOptions } from '../../audit/verify-command.ts';
import { verifyFile } from '../../audit/verify-file.ts';
import { verifyReport } from '../../audit/verify-report.ts';
import type { Command, Option, Run } from '../command.ts';
import { exitCodes, usage } from '../exit-code.ts';
import { clusterOption } from '../options.ts';
import { type Cell, tableText } from '../table-text.ts';

const filterOptions: readonly Option[] = [
  clusterOption,
  { name: 'actor', value: 'NAME', help: 'Who did it' },
  { name: 'action', value: 'ACTION', help: 'What was done: drain.start, definition.apply …' },
  { name: 'resource', value: 'NAME', help: 'What it was done to' },
  { name: 'director', value: 'NAME', help: 'On which director' },
  { name: 'outcome', value: 'OUTCOME', choices: auditOutcomes, help: auditOutcomes.join(', ') },
  { name: 'ticket', value: 'TICKET', help: 'A ticket in the reason: OPS-77' },
  { name: 'release', value: 'RELEASE', help: 'The release that it belongs to' },
  { name: 'text', value: 'TEXT', help: 'Anywhere in it' },
  { name: 'from', value: 'TIME', help: 'Not before: 2026-11-23, 2026-11-23T07:00Z' },
  { name: 'to', value: 'TIME', help: 'Not after' },
];

function queryOf({ given, cluster }: Run): Record<string, string | number | null> {
  const names = ['actor', 'action', 'resource', 'director', 'outcome', 'ticket', 'release', 'text'];
  const texts = Object.fromEntries(names.map((name) => [name, given.text(name)]));
  return { ...texts, cluster, from: timeOf(given.text('from'), 'from'), to: timeOf(given.text('to'), 'to') };
}

function timeOf(text: string | null, option: string): number | null {
  if (text === null) return null;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw usage(`--${option} ${text}: write 2026-11-23 or 2026-11-23T07:00Z`);
  return at;
}

interface Row {
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly resource: string | null;
  readonly cluster: string | null;
  readonly reason: string | null;
  readonly outcome: string;
  readonly results: readonly { readonly director: string; readonly phase: string; readonly readBack: string | null }[];
}

const listCommand: Command = {
  name: ['audit', 'list'],
  summary: 'Who did what, newest first',
  options: [...filterOptions, { name: 'limit', value: 'N', help: 'So many at most (100)' }],
  run: async (run) => {
    const { given, api, terminal } = run;
    const limit = Number(given.text('limit') ?? 100);
    const rows: Row[] = [];
    let cursor: number | null = null;
    do {
      const page: { rows: Row[]; next: number | null } = await api.get('/audit', { ...queryOf(run), cursor });
      rows.push(...page.rows);
      cursor = page.next;
    } while (cursor !== null && rows.length < limit);
    const told = rows.slice(0, limit);
    if (terminal.asJson) terminal.json(told);
    else
      terminal.lines(
        tableText(
          ['AT', 'ACTOR', 'ACTION', 'RESOURCE', 'CLUSTER', 'OUTCOME', 'ON DIRECTORS', 'REASON'],
          told.map(cellsOf),
        ),
      );
    return exitCodes.done;
  },
};

const cellsOf = ({ at, actor, action, resource, cluster, reason, outcome, results }: Row): Cell[] => [
  ...[new Date(at).toISOString(), actor, action, resource ?? '', cluster ?? '', outcome],
  results.map(({ director, phase, readBack }) => `${director} ${readBack ?? phase}`).join(', '),
  reason ?? '',
];

const exportCommand: Command = {
  name: ['audit', 'export'],
  summary: 'Its rows as a file, oldest first; the log tells who took it',
  options: [
    ...filterOptions,
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['jsonl', 'csv'],
      help: 'jsonl, which can be verified offline, or csv (jsonl)',
    },
    { name: 'out', short: 'o', value: 'FILE', help: 'Write it there; standard output unless given' },
  ],
  run: async (run) => {
    const { given, api, terminal, world } = run;
    const { body } = await api.send<string>('GET', '/audit/export', {
      query: { ...queryOf(run), format: given.text('format') ?? 'jsonl' },
    });
    const out = given.text('out');
    if (out === null) terminal.line(body.trimEnd());
    else await world.write(out, body);
    return exitCodes.done;
  },
};

const verify: Command = {
  name: ['audit', 'verify'],
  takes: 'FILE',
  count: [1, 1],
  offline: true,
  summary: 'Whether a log is as it was written, without a console: an export in jsonl, or a console’s shoal.db',
  options: [
    { name: 'key', value: 'KEY', help: 'The console’s public key: base64, or a PEM file; from elsewhere than the log' },
    { name: 'witness', value: 'FILE', many: true, help: 'What an agent kept: witness.jsonl' },
  ],
  help: ['  shoal audit verify audit.jsonl --key console-key.pem --witness lb1/witness.jsonl'],
  run: async ({ given, terminal }) => {
    const [file = ''] = given.words;
    const key = given.text('key');
    if (key === null) throw usage('Give the console’s public key, with --key.');
    const options = readVerifyOptions([
      file,
      '--key',
      key,
      ...given.texts('witness').flatMap((one) => ['--witness', one]),
    ]);
    const verified = options.ok ? verifyFile(options.value) : options;
    if (!verified.ok) throw usage(verified.reason);
    if (terminal.asJson) terminal.json(verified.value);
    else terminal.lines(verifyReport(file, verified.value));
    return verified.value.broken ? exitCodes.failed : exitCodes.done;
  },
};

export const auditCommands: readonly Command[] = [listCommand, exportCommand, verify];
