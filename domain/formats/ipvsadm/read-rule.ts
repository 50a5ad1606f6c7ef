import type { Note } from '../read-file.ts';
import type { Refusal } from '../refusals.ts';

/** What a rule says, with what is worth knowing about it; or why it says nothing. */
export type ReadRule<T> = { readonly ok: true; readonly value: T; readonly notes: readonly Note[] } | RefusedRule;

export type RefusedRule = { readonly ok: false } & Refusal;

export const refusedRule = (code: Refusal['code'], about: string): RefusedRule => ({ ok: false, code, about });
