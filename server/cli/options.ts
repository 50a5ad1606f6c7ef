import type { Option } from './command.ts';

/** What every command takes. */
export const everywhere: readonly Option[] = [
  { name: 'json', help: 'Answers for programs: JSON on one line' },
  { name: 'context', value: 'NAME', help: 'The console of that name in the config file' },
  { name: 'help', short: 'h', help: 'This text' },
];

export const clusterOption: Option = {
  name: 'cluster',
  short: 'c',
  value: 'NAME',
  help: 'The cluster (SHOAL_CLUSTER)',
};
export const reasonOption: Option = { name: 'reason', short: 'r', value: 'TEXT', help: 'Why; the audit log keeps it' };
export const yesOption: Option = { name: 'yes', short: 'y', help: 'Do it without asking' };
export const confirmOption: Option = {
  name: 'confirm',
  value: 'NAME',
  help: 'The name that must be typed on the screen',
};
export const waitOption: Option = { name: 'wait', short: 'w', help: 'End when it is done' };
export const timeoutOption: Option = { name: 'timeout', value: 'TIME', help: 'How long to wait: 90s, 10m (10m)' };
