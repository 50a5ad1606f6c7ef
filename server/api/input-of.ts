import { z } from 'zod';
import { appRouter, type RouterInputs } from '../router.ts';

type Noun = keyof RouterInputs;
type Verb<N extends Noun> = keyof RouterInputs[N] & string;

/**
 * A procedure's own input schema, without the fields that the path has: the body of a request is checked by the very
 * schema that a form is. Throws at start when there is no such procedure or its input is no object.
 */
export function inputOf<N extends Noun, V extends Verb<N>, K extends keyof RouterInputs[N][V] & string>(
  noun: N,
  verb: V,
  without: readonly K[],
): z.ZodType<Omit<RouterInputs[N][V], K>, unknown> {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { inputs: unknown[] } }>;
  const input = procedures[`${noun}.${verb}`]?._def.inputs[0];
  if (!(input instanceof z.ZodObject)) throw new Error(`${noun}.${verb} takes no object`);
  return input.omit(Object.fromEntries(without.map((name) => [name, true])) as never) as never;
}
