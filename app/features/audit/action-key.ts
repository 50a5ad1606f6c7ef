import type { AuditAction } from '../../../domain/audit/audit-row.ts';

type Dashed<Name extends string> = Name extends `${infer Noun}.${infer Verb}` ? `${Noun}-${Verb}` : Name;

/** The key of an action's text: `drain-start` for `drain.start`, as a dot parts the levels of a catalogue. */
export const actionKey = <Action extends AuditAction>(action: Action): Dashed<Action> =>
  action.replace('.', '-') as Dashed<Action>;
