import type { Preview } from '../../domain/display/preview.ts';
import { AppError } from '../trpc/app-error.ts';

/** Refuses a change that asks for a name to be typed, unless that name was typed. */
export function confirmed(preview: Extract<Preview, { ok: true }>, typed: string | null): void {
  const { confirm } = preview;
  if (confirm !== null && typed?.trim() !== confirm)
    throw new AppError('CONFIRM_REQUIRED', `Type ${confirm} to confirm.`, { confirm });
}
