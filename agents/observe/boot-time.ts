import { uptime } from 'node:os';

/** Milliseconds on CLOCK_BOOTTIME, as fine as `hrtime`; never goes back. */
export type BootTime = () => number;

/** Milliseconds that the two clocks may drift apart before they are set anew: /proc/uptime counts in 10. */
const tolerated = 20;

/**
 * A reader of CLOCK_BOOTTIME, the clock that also counts while a machine sleeps.
 *
 * Node has only CLOCK_MONOTONIC (`hrtime`), which doesn't, and `os.uptime()`, which is CLOCK_BOOTTIME in steps of
 * 10 ms. So it counts by the first, and jumps when the second says that the machine slept.
 */
export function bootTimeReader(
  monotonic: () => number = () => Number(process.hrtime.bigint()) / 1e6,
  coarse: () => number = () => uptime() * 1000,
): BootTime {
  let offset = coarse() - monotonic();
  return () => {
    const behind = coarse() - (monotonic() + offset);
    if (behind > tolerated) offset += behind;
    return monotonic() + offset;
  };
}
