import type { Definition } from '../../../domain/definition/definition.ts';
import type { Note, ReadableFormat } from '../../../domain/formats/read-file.ts';

/** A file to be read. */
export interface ReadAsk {
  readonly bytes: ArrayBuffer;
  readonly name: string;
  /** Null recognises it by its content. */
  readonly format: ReadableFormat | null;
}

/** What was read, next to the lines that it was read from. */
export interface ReadAnswer {
  readonly format: ReadableFormat | 'table' | null;
  readonly lines: readonly string[];
  readonly notes: readonly Note[];
  /** Null when nothing could be made of it. */
  readonly definition: Definition | null;
}
