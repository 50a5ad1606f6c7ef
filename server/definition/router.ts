import { z } from 'zod';
import { changeSchema, type Problem } from '../../domain/definition/change.ts';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import type { Preview } from '../../domain/display/preview.ts';
import { reasonSchema, serviceKeyTextSchema } from '../../domain/overlay/overlay.ts';
import { operatorProcedure, router } from '../trpc/procedures.ts';

/** The revision on which a form was opened; 0 before the first. */
const base = z.number().int().min(0);
const changed = z.strictObject({ cluster: nameSchema, base, change: changeSchema });
const written = z.strictObject({
  reason: reasonSchema,
  takeOver: z.array(serviceKeyTextSchema).max(5000).default([]),
  /** What was typed to confirm; null when nothing was asked for. */
  confirm: z.string().max(200).nullable().default(null),
});

export type Applied =
  | { readonly ok: true; readonly revision: number; readonly generation: number }
  | {
      readonly ok: false;
      readonly conflict: {
        readonly revision: number;
        readonly by: string;
        readonly reason: string;
        readonly at: number;
      };
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const definitionRouter = router({
  preview: operatorProcedure.input(changed).query((): Promise<Preview> => unwritten()),
  apply: operatorProcedure.input(changed.extend(written.shape)).mutation((): Promise<Applied> => unwritten()),
  /** Sends the current revision again as a new intent, to put right what drifted or failed. */
  reapply: operatorProcedure
    .input(z.strictObject({ cluster: nameSchema, ...written.shape }))
    .mutation((): Promise<{ generation: number }> => unwritten()),
});

const unwritten = (): never => {
  throw new Error('not written yet');
};
