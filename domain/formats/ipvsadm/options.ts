/** The options that rules may have, by their long names (ipvsadm.c, `options_table`), and what each takes. */
const table = {
  'tcp-service': { short: 't', takes: 'value' },
  'udp-service': { short: 'u', takes: 'value' },
  'sctp-service': { short: null, takes: 'value' },
  'fwmark-service': { short: 'f', takes: 'value' },
  ipv6: { short: '6', takes: 'nothing' },
  scheduler: { short: 's', takes: 'value' },
  persistent: { short: 'p', takes: 'optional' },
  netmask: { short: 'M', takes: 'value' },
  'sched-flags': { short: 'b', takes: 'value' },
  ops: { short: 'o', takes: 'nothing' },
  pe: { short: null, takes: 'value' },
  'real-server': { short: 'r', takes: 'value' },
  gatewaying: { short: 'g', takes: 'nothing' },
  ipip: { short: 'i', takes: 'nothing' },
  masquerading: { short: 'm', takes: 'nothing' },
  weight: { short: 'w', takes: 'value' },
  'u-threshold': { short: 'x', takes: 'value' },
  'l-threshold': { short: 'y', takes: 'value' },
  'tun-type': { short: null, takes: 'value' },
  'tun-port': { short: null, takes: 'value' },
  'tun-nocsum': { short: null, takes: 'nothing' },
  'tun-csum': { short: null, takes: 'nothing' },
  'tun-remcsum': { short: null, takes: 'nothing' },
} as const satisfies Record<string, { short: string | null; takes: 'value' | 'optional' | 'nothing' }>;

export type OptionName = keyof typeof table;

/** The commands of ipvsadm by their long names; a command is always the first option. */
const commands = {
  'add-service': 'A',
  'add-server': 'a',
  set: null,
  'edit-service': 'E',
  'edit-server': 'e',
  'delete-service': 'D',
  'delete-server': 'd',
  clear: 'C',
  zero: 'Z',
  list: 'L',
  restore: 'R',
  save: 'S',
  'start-daemon': null,
  'stop-daemon': null,
  help: 'h',
  version: 'v',
} as const satisfies Record<string, string | null>;

export type CommandName = keyof typeof commands;

const commandsByText = new Map<string, CommandName>(
  (Object.entries(commands) as [CommandName, string | null][]).flatMap(([name, short]): [string, CommandName][] => [
    [`--${name}`, name],
    ...(short ? [[`-${short}`, name] as [string, CommandName]] : []),
  ]),
).set('-l', 'list');

const options = Object.entries(table) as [OptionName, (typeof table)[OptionName]][];
const optionsByText = new Map<string, OptionName>(
  options.flatMap(([name, { short }]): [string, OptionName][] => [
    [`--${name}`, name],
    ...(short ? [[`-${short}`, name] as [string, OptionName]] : []),
  ]),
);

/** `-A` or `--add-service` as its long name. */
export const commandOf = (text: string): CommandName | undefined => commandsByText.get(text);

/** `-t` or `--tcp-service` as its long name. */
export const optionOf = (text: string): OptionName | undefined => optionsByText.get(text);

export const takenBy = (name: OptionName): 'value' | 'optional' | 'nothing' => table[name].takes;
