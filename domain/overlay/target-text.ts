import type { DrainTarget } from './overlay.ts';

/** One text for equal targets, as the audit log names them. */
export const targetText = (target: DrainTarget): string =>
  target.kind === 'real-server' ? target.name : `${target.service} ${target.destination}`;
