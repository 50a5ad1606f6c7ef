import type { ReleaseActionName } from '../../../domain/release/release-actions.ts';
import type { Command, Option, Run } from '../command.ts';
import { durationText } from '../duration.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { clusterPath, namedCluster } from '../find-cluster.ts';
import { clusterOption, confirmOption, reasonOption, timeoutOption, waitOption } from '../options.ts';
import { reasonOf } from '../reason-of.ts';
import {
  lineOf,
  namedRelease,
  type Release,
  type ReleaseRow,
  releasePath,
  untilRests,
  waveServers,
} from '../release-progress.ts';
import { releaseSettings, settingsOptions } from '../release-settings.ts';
import { type Cell, tableText } from '../table-text.ts';
import { Waiting } from '../waiting.ts';

const serversOption: Option = { name: 'servers', help: 'Only the names of the wave’s servers, one a line' };

/** Tells of a release; 1 when it was rolled back. */
function tell({ given, terminal }: Run, release: Release): ExitCode {
  if (terminal.asJson) terminal.json(release);
  else if (given.flag('servers')) terminal.lines(waveServers(release));
  else terminal.line(lineOf(release));
  return release.state.status === 'rolled-back' && given.flag('wait') ? exitCodes.failed : exitCodes.done;
}

const start: Command = {
  name: ['release', 'start'],
  summary: 'Begin a release: wave by wave out of service, and back',
  options: [
    ...[clusterOption, reasonOption, ...settingsOptions],
    { name: 'over-guard', help: 'Go below the guard; for administrators' },
    ...[confirmOption, waitOption, timeoutOption, serversOption],
  ],
  help: [
    'With --wait it ends when the first wave is drained and holds for the deployment.',
    '',
    '  shoal release start --waves half --reason "shop 4.2" --wait',
    '  for server in $(shoal release status --servers); do deploy "$server"; done',
    '  shoal release continue --reason "wave 1 deployed" --wait',
  ],
  run: async (run) => {
    const { given, api } = run;
    const reason = reasonOf(run);
    const waiting = new Waiting(run);
    const { name: cluster } = await namedCluster(run);
    const settings = await releaseSettings(run, cluster);
    const body = { settings, reason, overGuard: given.flag('over-guard'), confirm: given.text('confirm') };
    const begun = await api.post<Release>(`${clusterPath(cluster)}/releases`, body);
    return tell(run, given.flag('wait') ? await untilRests(run, begun.id, waiting) : begun);
  },
};

const plan: Command = {
  name: ['release', 'plan'],
  summary: 'What a release would do, when; nothing is changed',
  options: [clusterOption, ...settingsOptions],
  run: async (run) => {
    const { api, terminal } = run;
    const { name: cluster } = await namedCluster(run);
    const settings = await releaseSettings(run, cluster);
    const forecast = await api.post<Forecast>(`${clusterPath(cluster)}/releases/plan`, { settings });
    if (terminal.asJson) terminal.json(forecast);
    else {
      const { waves, took, belowGuard, takenOut } = forecast;
      for (const [index, wave] of waves.entries())
        terminal.line(`wave ${index + 1} ${wave.name}: ${wave.servers.map(({ name }) => name).join(', ')}`);
      terminal.line(`about ${durationText(took / 1000)}`);
      for (const { server, by, reason } of takenOut) terminal.line(`${server} is out already: ${reason} (${by})`);
      if (belowGuard) terminal.line('BELOW THE GUARD: it needs --over-guard');
    }
    return exitCodes.done;
  },
};

interface Forecast {
  readonly waves: readonly { readonly name: string; readonly servers: readonly { readonly name: string }[] }[];
  readonly took: number;
  readonly belowGuard: boolean;
  readonly takenOut: readonly { readonly server: string; readonly by: string; readonly reason: string }[];
}

const status: Command = {
  name: ['release', 'status'],
  takes: '[RELEASE]',
  count: [0, 1],
  summary: 'How far a release is; the one that goes on unless named',
  options: [clusterOption, waitOption, timeoutOption, serversOption],
  run: async (run) => {
    const { given, terminal } = run;
    const known = await namedRelease(run);
    const release = given.flag('wait') ? await untilRests(run, known.id, new Waiting(run)) : known;
    if (terminal.asJson || given.flag('servers')) return tell(run, release);
    terminal.line(lineOf(release));
    const rows = release.waves.flatMap(({ servers, standing }, wave) =>
      servers.map(({ name, phase, activeConn, persistConn, takenOutBy }): Cell[] => [
        ...[wave + 1, standing, name, phase, activeConn, persistConn],
        takenOutBy.join(', '),
      ]),
    );
    terminal.lines(tableText(['WAVE', 'STANDING', 'SERVER', 'PHASE', 'ACTIVE', 'PERSIST', 'OUT BY'], rows));
    return exitCodes.done;
  },
};

const listCommand: Command = {
  name: ['release', 'list'],
  summary: 'Releases, newest first',
  options: [clusterOption],
  run: async ({ api, terminal, cluster }) => {
    const { rows } = await api.get<{ rows: ReleaseRow[] }>('/releases', { cluster });
    if (terminal.asJson) terminal.json(rows);
    else {
      const cells = rows.map((one): Cell[] => [
        ...[one.id, one.cluster, one.status, one.step, `${one.wave + 1}/${one.waves}`],
        ...[new Date(one.startedAt).toISOString(), one.startedBy, one.reason],
      ]);
      terminal.lines(tableText(['RELEASE', 'CLUSTER', 'STATUS', 'STEP', 'WAVE', 'STARTED', 'BY', 'REASON'], cells));
    }
    return exitCodes.done;
  },
};

const actions: Record<ReleaseActionName, string> = {
  continue: 'The wave is deployed: verify it, return it, and go on with the next one',
  halt: 'Start nothing until people decide',
  resume: 'Go on with a halted release',
  retry: 'Do the step that halted it once more',
  skip: 'Return the wave to service and go on with the next one',
  'roll-back': 'Return everything to service and end',
};

const act = (name: ReleaseActionName): Command => ({
  name: ['release', name],
  takes: '[RELEASE]',
  count: [0, 1],
  summary: actions[name],
  options: [clusterOption, reasonOption, ...(name === 'halt' ? [] : [waitOption, timeoutOption]), serversOption],
  ...(name === 'halt' ? {} : { help: ['With --wait it ends when the next wave holds, or the release has ended.'] }),
  run: async (run) => {
    const { given, api } = run;
    const reason = reasonOf(run);
    const waiting = name === 'halt' ? null : new Waiting(run);
    const { id, state } = await namedRelease(run);
    const told = await api.post<Release>(`${releasePath(id)}/${name}`, { reason, wave: state.wave });
    if (!waiting || !given.flag('wait')) return tell(run, told);
    // The hold that it just left is not the one that is waited for.
    const after = name === 'continue' || name === 'skip' ? state.wave : -1;
    const release = await untilRests(run, id, waiting, after);
    const wasAsked = name === 'roll-back' && release.state.status === 'rolled-back';
    const code = tell(run, release);
    return wasAsked ? exitCodes.done : code;
  },
});

export const releaseCommands: readonly Command[] = [
  ...[start, status, listCommand, plan],
  ...(Object.keys(actions) as ReleaseActionName[]).map(act),
];
