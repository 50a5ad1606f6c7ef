import { z } from 'zod';

/** Milliseconds since 1970 on the console's clock. */
export const moment = z.int().describe('Milliseconds since 1970 on the console’s clock');
/** Null is unknown, never 0. */
export const gauge = z.number().nullable();

/** A list that a view may hand over as it is. */
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
