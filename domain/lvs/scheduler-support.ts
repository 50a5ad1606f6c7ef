import type { Scheduler } from './scheduler.ts';

/**
 * The Linux version that a scheduler came with, where it is younger than IPVS in Linux itself.
 *
 * By the commits that added net/netfilter/ipvs/ip_vs_fo.c (September 2014), ip_vs_ovf.c (August 2015), ip_vs_mh.c
 * (April 2018) and ip_vs_twos.c (012da53d1afb, January 2021).
 */
const since: Partial<Record<Scheduler, readonly [major: number, minor: number]>> = {
  fo: [3, 18],
  ovf: [4, 3],
  mh: [4, 18],
  twos: [5, 12],
};

/** `4.18`; null for a scheduler that every kernel of today has. */
export const schedulerSince = (scheduler: Scheduler): string | null => since[scheduler]?.join('.') ?? null;

/**
 * Whether a kernel is too old for a scheduler, by its version as `uname -r` prints it.
 *
 * False is no promise: a kernel may be built without it, as many are without twos. Red Hat's kernels (`.el8`) are never
 * called too old: they get younger features under an old number.
 */
export function isTooOldFor(kernel: string, scheduler: Scheduler): boolean {
  const version = /^(\d+)\.(\d+)/.exec(kernel);
  const needed = since[scheduler];
  if (!version || !needed || /\.el\d/.test(kernel)) return false;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return major < needed[0] || (major === needed[0] && minor < needed[1]);
}
