import { rampSchema } from '../../../domain/overlay/drain-input.ts';
import { typedDuration } from './typed-duration.ts';

/** Seconds of a ramp as it is typed, null for none; undefined where what was typed is no time for one. */
export function rampOver(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const ramp = rampSchema.safeParse({ over: typedDuration(text) });
  return ramp.success ? ramp.data?.over : undefined;
}
