import type { Definition } from '../../../domain/definition/definition.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { keptNotes } from './kept-notes.ts';
import type { ReadAnswer } from './read-answer.ts';

interface NewDraft {
  readonly cluster: string;
  readonly base: number;
  readonly title: string;
  readonly definition: Definition;
  /** What the file or director is called. */
  readonly name: string;
  readonly answer: ReadAnswer;
}

/** Makes a draft of what was read, with what its reader had to say. */
export const makeDraft = ({ cluster, base, title, definition, name, answer }: NewDraft) =>
  consoleClient().drafts.create.mutate({
    cluster,
    base,
    title,
    change: { kind: 'replace', definition },
    notes: keptNotes(answer.notes),
    origin: answer.format ? { format: answer.format, file: name.slice(0, 200) } : null,
  });
