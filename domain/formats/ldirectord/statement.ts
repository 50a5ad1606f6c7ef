import type { Lines } from '../note.ts';
import { isSecret } from './directives.ts';

/** `key = value`; the value as written, without the comment behind it. */
export interface Statement {
  readonly line: number;
  readonly key: string;
  readonly value: string;
}

/** `virtual = …` with the statements that belong to it. */
export interface VirtualBlock extends Lines {
  readonly head: Statement;
  lastLine: number;
  /** The last one of each key, as ldirectord would have it. */
  readonly statements: Map<string, Statement>;
  /** All `real` and `real6`, in order. */
  readonly reals: Statement[];
}

/** A statement in one form, however it is spaced: what a note is about. Passwords are not repeated. */
export const statementText = ({ key, value }: Statement): string => (isSecret(key) ? key : `${key} = ${value}`);
