import { type Check, checkSchema } from '../../checks/check.ts';
import type { ServiceKey } from '../../lvs/service-key.ts';
import type { Statement, VirtualBlock } from './statement.ts';

/** Keys that count for all services where they stand outside of one, and say when and how long is checked. */
export const timeKeys = ['checkinterval', 'checktimeout', 'negotiatetimeout', 'failurecount'] as const;

/** ldirectord(8)'s own, in seconds and failures. */
const usual = { checkinterval: 10, checktimeout: 5, negotiatetimeout: 30, failurecount: 1 };

/** A service's check, and the statements that it is made of. */
export interface CheckRead {
  readonly check: Check | null;
  readonly used: ReadonlySet<Statement>;
}

/**
 * Reads `checktype` connect and negotiate, the latter for http and https; every other one has no counterpart.
 *
 * ldirectord negotiates where a file is silent; here a service is checked only where its file says so. It brings a real
 * server back with the first pass. A `receive` that is a pattern is not taken.
 */
export function readCheck(
  { statements }: VirtualBlock,
  key: ServiceKey,
  globals: ReadonlyMap<string, Statement>,
): CheckRead {
  const none: CheckRead = { check: null, used: new Set() };
  const used = new Set<Statement>();
  const say = (name: string): string | undefined => {
    const found = statements.get(name) ?? globals.get(name);
    if (found) used.add(found);
    return found && unquoted(found.value);
  };
  const type = say('checktype');
  if (type !== 'connect' && type !== 'negotiate') return none;
  const port = key.kind === 'address' ? key.port : 0;
  const service = type === 'connect' ? undefined : (say('service') ?? { 80: 'http', 443: 'https' }[port]);
  if (type === 'negotiate' && service !== 'http' && service !== 'https') return none;
  const whole = (name: (typeof timeKeys)[number], most: number) =>
    Math.min(most, Math.max(1, Number(say(name)) || usual[name]));
  const interval = whole('checkinterval', 3600);
  const timeout = whole(type === 'connect' ? 'checktimeout' : 'negotiatetimeout', Math.min(60, interval));
  const checkPort = say('checkport');
  const times = { interval, timeout, rise: 1, fall: whole('failurecount', 20) };
  const common = { ...times, port: checkPort === undefined ? null : Number(checkPort) };
  if (say('quiescent') !== 'yes') used.delete(statements.get('quiescent') as Statement);
  if (type === 'connect') return accepted({ kind: 'tcp', ...common }, used) ?? none;
  const path = say('request') ?? '/';
  const host = say('virtualhost') ?? null;
  const receive = statements.get('receive');
  const text = receive && unquoted(receive.value);
  const body = text !== undefined && /^[^\\^$.|?*+()[\]{}]+$/.test(text) ? text : null;
  if (receive && body !== null) used.add(receive);
  const page = { path: path.startsWith('/') ? path : `/${path}`, host, body };
  return accepted({ kind: service, ...common, ...page }, used) ?? none;
}

function accepted(values: object, used: ReadonlySet<Statement>): CheckRead | undefined {
  const { data } = checkSchema.safeParse(values);
  return data && { check: data, used };
}

const unquoted = (value: string): string => /^"(.*)"$/.exec(value)?.[1] ?? value;
