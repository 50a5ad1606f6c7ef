import type { DrainOverlay, Overlay } from '../../../domain/overlay/overlay.ts';

/** Whether a person drained it, so that a person ends it; a release ends its own. */
export const isOperators = (overlay: Overlay): overlay is DrainOverlay =>
  overlay.kind === 'drain' && overlay.release === null;
