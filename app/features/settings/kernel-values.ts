import type { DirectorKernel } from '../../../domain/display/views.ts';
import type { KernelSettings } from '../../../domain/lvs/sysctl.ts';

/** What some of the kernels have for one setting: a value, nothing at all, or not known. */
export interface KernelValue {
  readonly value: number | 'none' | 'unknown';
  readonly directors: readonly string[];
  /** The oldest of them; null where nothing came. */
  readonly receivedAt: number | null;
}

/** What the kernels have for one setting, those with the same value together, in the order of the directors. */
export function kernelValues(
  kernels: readonly DirectorKernel[],
  read: (settings: KernelSettings) => number | undefined,
): KernelValue[] {
  const groups = Map.groupBy(kernels, ({ settings }) => (settings ? (read(settings) ?? 'none') : 'unknown'));
  return [...groups].map(([value, group]) => ({
    value,
    directors: group.map(({ director }) => director),
    receivedAt: group.reduce<number | null>(
      (oldest, { receivedAt }) =>
        oldest === null || receivedAt === null ? (oldest ?? receivedAt) : Math.min(oldest, receivedAt),
      null,
    ),
  }));
}
