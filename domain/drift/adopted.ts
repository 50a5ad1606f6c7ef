import type { Change } from '../definition/change.ts';

export type OneChange = Exclude<Change, { kind: 'several' }>;

/** A part of a definition as it stands in a kernel, and the change that makes it so. */
export interface Adopted<T> {
  readonly becomes: T;
  readonly change: OneChange;
}
