import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bytes that a body under /api/auth may have: a name and a password. */
const bodyLimit = 16 * 1024;

/** The headers of a request as fetch has them. */
export function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  return headers;
}

/** The body of a small request; null when it is larger than it may be. */
export async function smallBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyLimit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Sends a fetch response; each Set-Cookie in a header of its own. */
export async function sendResponse(from: Response, to: ServerResponse): Promise<void> {
  to.statusCode = from.status;
  for (const [name, value] of from.headers) if (name !== 'set-cookie') to.setHeader(name, value);
  const cookies = from.headers.getSetCookie();
  if (cookies.length > 0) to.setHeader('set-cookie', cookies);
  to.end(Buffer.from(await from.arrayBuffer()));
}
