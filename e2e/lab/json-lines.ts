import type { Readable, Writable } from 'node:stream';

/** Calls `take` with each complete line of a stream, parsed as JSON. A line that isn't JSON goes to `other` as text. */
export function readJsonLines<T>(stream: Readable, take: (message: T) => void, other: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      let message: T;
      try {
        message = JSON.parse(line) as T;
      } catch {
        other(line);
        continue;
      }
      take(message);
    }
  });
}

/** Writes one message as a line; nothing when the other side has gone. */
export function writeJsonLine<T>(stream: Writable, message: T): void {
  if (stream.writable) stream.write(`${JSON.stringify(message)}\n`);
}
