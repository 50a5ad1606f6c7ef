import type { DrainAsked } from '../drain/drain-drawer.tsx';

/** What was chosen in the palette to be drained or returned. */
export interface PaletteDrain extends DrainAsked {
  readonly cluster: string;
}
