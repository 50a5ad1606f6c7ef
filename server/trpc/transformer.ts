import superjson, { type SuperJSONResult } from 'superjson';

/** How values travel: superjson, which the browser has too. */
export const transformer = {
  serialize: (value: unknown): SuperJSONResult => superjson.serialize(value),
  deserialize: (value: SuperJSONResult): unknown => superjson.deserialize(value),
};
