import type { SchedulerFlag } from '../lvs/scheduler.ts';

/** ip_vs.h: of sh and mh, the first flag is fallback and the second is port. */
const flags: Readonly<Record<string, SchedulerFlag>> = {
  ...{ 'flag-1': 'fallback', 'sh-fallback': 'fallback', 'mh-fallback': 'fallback' },
  ...{ 'flag-2': 'port', 'sh-port': 'port', 'mh-port': 'port' },
};

/** The flag that ipvsadm and keepalived call so; undefined for any other word. */
export const flagOfWord = (word: string): SchedulerFlag | undefined =>
  Object.hasOwn(flags, word) ? flags[word] : undefined;
