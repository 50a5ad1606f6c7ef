import { textOf } from './serialise-once.ts';
import { isFollowedView } from './transformer.ts';

interface Message {
  readonly id?: unknown;
  readonly jsonrpc?: unknown;
  readonly result?: { readonly data?: { readonly json?: unknown } };
}

/**
 * Messages as JSON texts, with the text of a followed view made once for all who follow it.
 *
 * Made for each of 1,000 browsers it would take most of a core.
 */
export const socketEncoder = {
  encode(message: unknown): string {
    const { id, jsonrpc, result } = message as Message;
    const followed = result?.data?.json;
    if (!isFollowedView(followed)) return JSON.stringify(message);
    const head = JSON.stringify({ id, jsonrpc, result: { ...result, data: undefined } });
    // The head ends with the braces of result and message; data goes before them.
    return `${head.slice(0, -2)},"data":{"json":{"id":${JSON.stringify(followed.id)},"data":${textOf(followed.data)}}}}}`;
  },
  decode(data: string | ArrayBuffer | Uint8Array): unknown {
    if (typeof data !== 'string') throw new TypeError('a message must be text');
    return JSON.parse(data);
  },
};
