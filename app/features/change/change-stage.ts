import type { Problem } from '../../../domain/definition/change.ts';
import type { Preview } from '../../../domain/display/preview.ts';
import type { errorCode } from '../../lib/error-code.ts';
import type { ChangeRequest, Conflict, Outcome } from './change-request.ts';

/** How far a change has come. */
export type ChangeStage =
  | { readonly at: 'looking' }
  | { readonly at: 'preview'; readonly preview: Extract<Preview, { ok: true }> }
  | { readonly at: 'conflict'; readonly conflict: Conflict }
  | { readonly at: 'keeping'; readonly keeping: NonNullable<ChangeRequest['keeping']> }
  | { readonly at: 'problems'; readonly problems: readonly Problem[] }
  | { readonly at: 'refused'; readonly code: ReturnType<typeof errorCode> }
  | {
      readonly at: 'applied';
      readonly outcome: Extract<Outcome, { ok: true }>;
      readonly simulated: ReadonlySet<string>;
    }
  /** The first director failed, and what was there before is to come back. */
  | { readonly at: 'going-back'; readonly request: ChangeRequest };

/** The directors of a preview that have no kernel behind them. */
export const simulatedIn = (stage: ChangeStage): ReadonlySet<string> =>
  new Set(
    stage.at === 'preview' ? stage.preview.directors.flatMap((one) => (one.simulated ? [one.director] : [])) : [],
  );
