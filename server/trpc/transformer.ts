import superjson, { type SuperJSONResult } from 'superjson';
import { isSerialisedOnce } from './serialise-once.ts';

/** How values travel: superjson, which the browser has too. A followed view is plain JSON and goes as it is. */
export const transformer = {
  serialize: (value: unknown): SuperJSONResult =>
    isFollowedView(value) ? ({ json: value } as unknown as SuperJSONResult) : superjson.serialize(value),
  deserialize: (value: SuperJSONResult): unknown => superjson.deserialize(value),
};

/** Whether this is what tRPC makes of a tracked view: its event id beside it. */
export const isFollowedView = (value: unknown): value is { readonly id: string; readonly data: object } =>
  typeof value === 'object' && value !== null && 'data' in value && isSerialisedOnce(value.data);
