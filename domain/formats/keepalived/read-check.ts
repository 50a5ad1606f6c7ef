import { type Check, checkSchema } from '../../checks/check.ts';
import { parseCheckComment } from '../check-fields.ts';
import { leftOut, onLine, remark } from '../note.ts';
import type { Note } from '../read-file.ts';
import { parseShoalComment } from '../shoal-comment.ts';
import { type Directive, directiveText, ourComment } from './directive.ts';

/** What a `virtual_server` says of checks. */
export interface CheckRead {
  readonly check: Check | null;
  /** The directives that it is made of. */
  readonly used: ReadonlySet<Directive>;
  /** What of them has no counterpart. */
  readonly notes: readonly Note[];
}

const kinds = { TCP_CHECK: 'tcp', HTTP_GET: 'http', SSL_GET: 'https' } as const;
const isChecker = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name);

/** keepalived.conf(5)'s own, in seconds and further attempts. */
const usual = { delay_loop: '60', connect_timeout: '5', retry: '1' };

/**
 * Reads the checkers of the real servers as one check of their service: the first one's. keepalived checks each for
 * itself; those that are checked otherwise have a note.
 *
 * keepalived brings a real server back with the first pass, so `rise` is 1; its interval is whole seconds here, and a
 * timeout is no longer than that.
 */
export function readCheck(block: Directive): CheckRead {
  const servers = (block.body ?? []).filter(({ name }) => name === 'real_server');
  const own = ourCheck(block);
  if (own) {
    // What stands beside our comment was written for keepalived alone.
    const beside = (block.body ?? []).filter(({ name }) => ofAService.includes(name));
    const checkers = servers.flatMap((server) => server.body?.find(({ name }) => isChecker(name)) ?? []);
    return { check: own, used: new Set([...beside, ...checkers]), notes: [] };
  }
  const found = servers.map((server) => {
    const checker = server.body?.find(({ name }) => isChecker(name));
    return checker ? { ...parse(checker, server, block), checker } : null;
  });
  const first = found.find((one) => one?.check);
  if (!first?.check) return { check: null, used: new Set(), notes: [] };
  const same = found.filter((one) => one !== null && JSON.stringify(one.check) === JSON.stringify(first.check));
  const used = new Set(same.flatMap((one) => (one ? [one.checker, ...one.used] : [])));
  const notes = same.flatMap((one) => one?.notes ?? []);
  if (same.length < servers.length) notes.push(remark(onLine(block.line), 'check-of-service', first.checker.name));
  return { check: first.check, used, notes };
}

const ofAService = ['delay_loop', 'connect_timeout', 'retry', 'inhibit_on_failure'];

/** The check that a comment of ours has, in full. */
function ourCheck(block: Directive): Check | undefined {
  for (const { name, words } of block.body ?? []) {
    const comment = name === ourComment ? parseShoalComment(words[0] ?? '') : undefined;
    if (comment?.subject === 'check') return parseCheckComment(comment.fields);
  }
  return undefined;
}

interface Parsed {
  readonly check: Check | undefined;
  readonly used: readonly Directive[];
  readonly notes: readonly Note[];
}

function parse(checker: Directive, server: Directive, service: Directive): Parsed {
  const used: Directive[] = [];
  const notes: Note[] = [];
  /** The innermost that says it counts. */
  const say = (...names: string[]): string | undefined => {
    for (const place of [url, checker, server, service]) {
      const found = place?.body?.find(({ name }) => names.includes(name));
      if (!found) continue;
      used.push(found);
      return found.words[0];
    }
    return undefined;
  };
  const urls = (checker.body ?? []).filter(({ name }) => name === 'url');
  const [url] = urls;
  if (url) used.push(url);
  const whole = (text: string, least: number, most: number) =>
    Math.min(most, Math.max(least, Math.round(Number(text)) || 0));
  const interval = whole(say('delay_loop') ?? usual.delay_loop, 1, 3600);
  const timeout = whole(say('connect_timeout') ?? usual.connect_timeout, 1, Math.min(60, interval));
  const fall = 1 + whole(say('retry', 'nb_get_retry') ?? usual.retry, 0, 19);
  say('inhibit_on_failure');
  const connect = say('connect_port');
  const port = connect === undefined || connect === server.words[1] ? null : Number(connect);
  const kind = kinds[checker.name as keyof typeof kinds];
  const common = { kind, port, interval, timeout, rise: 1, fall };
  const host = kind === 'tcp' ? undefined : say('virtualhost');
  const statusAt = url?.body?.find(({ name }) => name === 'status_code');
  if (statusAt) used.push(statusAt);
  const [, from, to = from] = /^(\d{3})(?:-(\d{3}))?$/.exec(statusAt?.words[0] ?? '200-299') ?? [];
  if (statusAt && statusAt.words.length > 1) notes.push(leftOut(statusAt, 'no-checks', directiveText(statusAt)));
  const page = { path: say('path') ?? '/', host: host ?? null, status: [Number(from), Number(to)] };
  for (const inner of [...(checker.body ?? []), ...(url?.body ?? [])])
    if (!used.includes(inner)) notes.push(leftOut(inner, 'no-checks', directiveText(inner)));
  return { check: checkSchema.safeParse(kind === 'tcp' ? common : { ...common, ...page }).data, used, notes };
}
