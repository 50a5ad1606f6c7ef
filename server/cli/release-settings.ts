import { deadlineActions, drainModes } from '../../domain/overlay/overlay.ts';
import type { Option, Run } from './command.ts';
import { durationOf } from './duration.ts';
import { Ending, usage } from './exit-code.ts';
import { clusterPath } from './find-cluster.ts';

export const settingsOptions: readonly Option[] = [
  {
    name: 'template',
    value: 'NAME',
    help: 'Settings that were kept under a name; what is given beside goes before them',
  },
  { name: 'settings', value: 'FILE', help: 'Settings in JSON, as the API has them; - is standard input' },
  { name: 'waves', value: 'HOW', help: 'half, 2 (so many a wave), 25%, label=rack, or web1,web2/web3,web4 (half)' },
  { name: 'service', short: 's', value: 'KEY', many: true, help: 'Only out of that virtual service: TCP 10.0.0.4:80' },
  { name: 'server', value: 'NAME', many: true, help: 'Only that real server' },
  { name: 'mode', value: 'MODE', choices: drainModes, help: 'As for drain' },
  { name: 'deadline', value: 'TIME', help: 'When a wave must be drained' },
  { name: 'at-deadline', value: 'WHAT', choices: deadlineActions, help: 'As for drain' },
  { name: 'ignore-persistence', help: 'As for drain' },
  { name: 'no-hold', help: 'Don’t hold for a deployment: it is done while they drain' },
  { name: 'passes', value: 'N', help: 'Checks that must pass in a row before a wave returns' },
  { name: 'ramp', value: 'TIME', help: 'Raise weights over so long' },
  { name: 'watch', value: 'TIME', help: 'How long a wave that is back is watched' },
];

/** The settings of a release: the template's or file's, with the options over them. */
export async function releaseSettings(run: Run, cluster: string): Promise<object> {
  const { given } = run;
  const base = await written(run, cluster);
  const drain = without({
    mode: given.text('mode'),
    deadline: timeOf(run, 'deadline'),
    atDeadline: given.text('at-deadline'),
    ignoresPersistence: given.flag('ignore-persistence') || null,
  });
  const verify = without({ passes: numberOf(run, 'passes') });
  const waves = given.text('waves');
  const over = without({
    waves: waves === null ? null : wavesOf(waves),
    services: given.texts('service').length > 0 ? given.texts('service') : null,
    realServers: given.texts('server').length > 0 ? given.texts('server') : null,
    hold: given.flag('no-hold') ? false : null,
    ramp: timeOf(run, 'ramp'),
    watch: timeOf(run, 'watch'),
  });
  return { ...base, ...over, drain: { ...base.drain, ...drain }, verify: { ...base.verify, ...verify } };
}

interface Written {
  readonly drain?: object;
  readonly verify?: object;
}

async function written({ given, api, world }: Run, cluster: string): Promise<Written> {
  const file = given.text('settings');
  if (file !== null) {
    try {
      return JSON.parse(new TextDecoder().decode(await world.read(file))) as Written;
    } catch (error) {
      throw usage(`${file}: ${(error as Error).message}`);
    }
  }
  const name = given.text('template');
  if (name === null) return {};
  const path = `${clusterPath(cluster)}/release-templates`;
  const { templates } = await api.get<{ templates: { name: string; settings: Written }[] }>(path);
  const found = templates.find((one) => one.name === name);
  if (!found)
    throw new Ending('refused', `${cluster} has no template ${name}: ${templates.map((one) => one.name).join(', ')}`);
  return found.settings;
}

const timeOf = ({ given }: Run, option: string): number | null => {
  const text = given.text(option);
  return text === null ? null : durationOf(text, option);
};

function numberOf({ given }: Run, option: string): number | null {
  const text = given.text(option);
  if (text !== null && !/^\d{1,9}$/.test(text)) throw usage(`--${option} ${text}: write a number`);
  return text === null ? null : Number(text);
}

/** How waves are made, as people write it. */
export function wavesOf(text: string): object {
  if (text === 'half') return { by: 'half' };
  const [, percent] = /^(\d{1,3})%$/.exec(text) ?? [];
  if (percent !== undefined) return { by: 'percent', percent: Number(percent) };
  if (/^\d{1,4}$/.test(text)) return { by: 'count', count: Number(text) };
  const [, label] = /^label=(.+)$/.exec(text) ?? [];
  if (label !== undefined) return { by: 'label', label };
  return {
    by: 'hand',
    waves: text.split('/').map((wave) =>
      wave
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  };
}

const without = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
