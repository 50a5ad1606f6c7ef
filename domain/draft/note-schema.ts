import { z } from 'zod';
import type { Note, NoteCode } from '../formats/read-file.ts';

const lines = { line: z.number().int().min(0), lastLine: z.number().int().min(0) };

/** One of the codes that readers give; a catalogue that lacks one shows what it is about. */
const codeSchema = z
  .string()
  .max(60)
  .regex(/^[a-z-]+$/)
  .transform((code) => code as NoteCode);

/** A reader's note as it is kept beside a draft. */
export const noteSchema = z.union([
  z.strictObject({ ...lines, kind: z.literal('taken'), text: z.string().max(10_000) }),
  z.strictObject({ ...lines, kind: z.enum(['remark', 'left-out']), code: codeSchema, about: z.string().max(1000) }),
]) satisfies z.ZodType<Note>;
