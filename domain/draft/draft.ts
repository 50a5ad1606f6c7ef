import { z } from 'zod';
import type { Definition } from '../definition/definition.ts';
import { type Note, readableFormats } from '../formats/read-file.ts';
import { noteSchema } from './note-schema.ts';

/** Where a draft was read from: a file or a paste, or the table of a director, whose name is then `file`. */
export const originSchema = z.strictObject({
  format: z.enum([...readableFormats, 'table']),
  file: z.string().trim().max(200),
});

export type Origin = z.output<typeof originSchema>;

/** What people call a draft. */
export const draftTitleSchema = z.string().trim().min(1).max(120);

export const draftNotesSchema = z.array(noteSchema).max(200_000);

/** Most drafts that a cluster has at a time. */
export const mostDrafts = 50;

/** A definition that is being written and isn't applied, in a list. */
export interface DraftHead {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** The revision that it began from, or was brought to since. */
  readonly base: number;
  /** Rises with each change, so that nobody overwrites what they haven't seen. */
  readonly version: number;
  /** Milliseconds since 1970 on the console's clock. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Null when it was not read from anything. */
  readonly origin: Origin | null;
  /** How many virtual services it has, and how many notes of the reader that are more than `taken`. */
  readonly services: number;
  readonly notes: number;
}

export interface Draft extends Omit<DraftHead, 'notes'> {
  readonly definition: Definition;
  /** The definition of its base. */
  readonly baseDefinition: Definition;
  /** What the reader said of its lines. */
  readonly notes: readonly Note[];
}

/** Somebody else changed the draft since it was opened. */
export interface Moved {
  readonly ok: false;
  readonly moved: { readonly by: string; readonly at: number; readonly version: number };
}
