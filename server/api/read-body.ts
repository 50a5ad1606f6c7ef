import type { IncomingMessage } from 'node:http';
import { AppError, invalid } from '../trpc/app-error.ts';

/** A body larger than it may be. */
export class TooLarge extends AppError {
  constructor(limit: number) {
    super('INVALID', `A body may have ${limit} bytes here.`, { problems: [{ path: [], message: 'too-large' }] });
  }
}

/** The text of a request's body. Refuses one of more than `limit` bytes without reading the rest, and one not in UTF-8. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new TooLarge(limit);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit) throw new TooLarge(limit);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw invalid('not-utf-8');
  }
}

/** The JSON value of a body; undefined for an empty one. */
export function jsonOf(text: string, contentType: string | undefined): unknown {
  if (text === '') return undefined;
  if (!/^application\/json\b/i.test(contentType ?? ''))
    throw new AppError('INVALID', 'Send JSON, with content-type: application/json.');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('INVALID', `The body is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}
