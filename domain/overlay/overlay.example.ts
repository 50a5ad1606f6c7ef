import type { z } from 'zod';
import {
  type DrainOverlay,
  type DrainTarget,
  drainOverlaySchema,
  type RampOverlay,
  rampOverlaySchema,
  type TestOverlay,
  testOverlaySchema,
} from './overlay.ts';

const common = { id: 'd', reason: '', by: 'ada', since: 0 };

/** A drain as people start it when they choose nothing, apart from what is given. */
export const drainOf = (target: DrainTarget, more: Partial<z.input<typeof drainOverlaySchema>> = {}): DrainOverlay =>
  drainOverlaySchema.parse({ ...common, kind: 'drain', target, ...more });

/** One step of a ramp. */
export const rampOf = (
  target: DrainTarget,
  share: number,
  more: Partial<z.input<typeof rampOverlaySchema>> = {},
): RampOverlay => rampOverlaySchema.parse({ ...common, kind: 'ramp', target, share, ...more });

/** A destination that can be tried at `at`. */
export const testOf = (
  target: DrainTarget,
  at: string,
  more: Partial<z.input<typeof testOverlaySchema>> = {},
): TestOverlay => testOverlaySchema.parse({ ...common, kind: 'test', target, at, ...more });
