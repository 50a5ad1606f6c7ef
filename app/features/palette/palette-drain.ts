import type { DrainAction } from '../drain/drain-request.ts';

/** A real server that was chosen in the palette, and what is to become of it. */
export interface PaletteDrain {
  readonly cluster: string;
  readonly name: string;
  readonly action: DrainAction;
}
