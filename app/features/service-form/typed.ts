/** A text as typed: undefined when nothing was, so that the schema asks for it. */
export const typedText = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

/** A number as typed: undefined when nothing was, NaN when it is none. */
export const typedNumber = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));
