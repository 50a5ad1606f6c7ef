import { severities } from '../../../domain/diagnosis/finding.ts';
import type { Finding } from '../answers.ts';
import type { Command } from '../command.ts';
import { durationText } from '../duration.ts';
import { exitCodes } from '../exit-code.ts';
import { clusterOption } from '../options.ts';
import { type Cell, tableText } from '../table-text.ts';

const known = new Set(['id', 'code', 'severity', 'cluster', 'director', 'service', 'since', 'remedies', 'destination']);

export const findings: Command = {
  name: ['findings'],
  summary: 'What is wrong now, worst first',
  options: [
    clusterOption,
    { name: 'severity', value: 'SEVERITY', choices: severities, help: `Only ${severities.join(', ')}` },
  ],
  help: ['docs/operations/findings.md says what each code means and what mends it.'],
  run: async ({ given, api, terminal, cluster, world }) => {
    const query = { cluster, severity: given.text('severity') };
    const { findings: all } = await api.get<{ findings: Finding[] }>('/findings', query);
    if (terminal.asJson) terminal.json(all);
    else if (all.length === 0) terminal.line('Nothing is wrong.');
    else
      terminal.lines(
        tableText(
          ['SEVERITY', 'CLUSTER', 'DIRECTOR', 'WHERE', 'CODE', 'FOR', 'EVIDENCE'],
          all.map((one) => rowOf(one, world.now())),
        ),
      );
    return exitCodes.done;
  },
};

const rowOf = (finding: Finding, now: number): Cell[] => [
  finding.severity,
  finding.cluster,
  finding.director,
  [finding.service, finding.destination].filter(Boolean).join(' → '),
  finding.code,
  durationText((now - finding.since) / 1000),
  evidenceOf(finding),
];

/** The figures and words that it rests on, as `name=value`. */
function evidenceOf(finding: object): string {
  return Object.entries(finding)
    .filter(([name]) => !known.has(name))
    .flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([inner, one]) => `${inner}=${short(one)}`)
        : [`${name}=${Array.isArray(value) ? value.length : short(value)}`],
    )
    .join(' ');
}

const short = (value: unknown): string =>
  typeof value === 'number'
    ? String(Math.round(value * 1000) / 1000)
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
