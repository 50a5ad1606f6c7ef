import type { Lines } from '../note.ts';

/** `key = value`, with all that stands behind the `=`. */
export interface Assignment {
  readonly line: number;
  readonly key: string;
  readonly values: readonly string[];
}

/** `virtual NAME { … }`, `failover NAME { … }` or `server NAME { … }`; the file itself is the outermost one. */
export interface Block extends Lines {
  readonly kind: 'file' | 'virtual' | 'failover' | 'server';
  readonly name: string;
  lastLine: number;
  /** Whether its `}` is there. Without one, the file ended or the next block began. */
  closed: boolean;
  /** The last one of each key, as the daemon would have it. */
  readonly assignments: Map<string, Assignment>;
  readonly blocks: Block[];
}

/** A statement in one form, however it is spaced: what a note is about. */
export const assignmentText = ({ key, values }: Assignment): string => `${key} = ${values.join(' ')}`;

export const blockText = ({ kind, name }: Block): string => `${kind} ${name}`;
