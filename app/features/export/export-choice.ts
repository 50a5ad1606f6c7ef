import { type WritableFormat, writableFormats } from '../../../domain/formats/read-file.ts';

/** What is exported: a format, of a revision or of the newest. */
export interface ExportChoice {
  readonly format: WritableFormat;
  /** Null for the newest. */
  readonly revision: number | null;
}

/** The choice that a URL names as `keepalived` or `keepalived~9`; null when it names none. */
export function parseExportChoice(text: string): ExportChoice | null {
  const [name, number] = text.split('~');
  const format = writableFormats.find((one) => one === name);
  if (!format || (number !== undefined && !/^\d{1,9}$/.test(number))) return null;
  return { format, revision: number === undefined ? null : Number(number) };
}

export const exportChoiceText = ({ format, revision }: ExportChoice): string =>
  revision === null ? format : `${format}~${revision}`;
