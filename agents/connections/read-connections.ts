import { closeSync, openSync, readSync } from 'node:fs';
import type { ConnectionFilter, ConnectionSummary, MoreOfLook } from '../../domain/connections/connection-summary.ts';
import { ConnectionTally } from '../../domain/connections/connection-tally.ts';
import { parseConnection } from './parse-connection.ts';

/** The bounds of one look, so that a director with a million connections does not feel it. */
export interface LookBounds {
  /** Entries after which no further page is read; a page of the kernel has about 27. */
  readonly entries: number;
  /** Milliseconds that a look takes at most. */
  readonly milliseconds: number;
  /** The part of one core that it may use: after each spell of work it rests. */
  readonly load: number;
}

export const lookBounds: LookBounds = { entries: 100_000, milliseconds: 4000, load: 0.2 };

interface LookParts {
  /** /proc/net/ip_vs_conn, of this process's network namespace. */
  readonly path: string;
  /** Milliseconds on a clock that only rises. */
  readonly now: () => number;
  readonly rest: (milliseconds: number) => Promise<unknown>;
  readonly bounds: LookBounds;
  /** Told what was found, without the sample, while the look goes on. */
  readonly soFar?: (summary: ConnectionSummary) => void;
}

/** Milliseconds between what is told while a look goes on. */
const tellEvery = 500;

/** Milliseconds of work between two rests. */
const spell = 10;

/**
 * A summary of the connection table, or of the part that the bounds let be read. Throws where the table can't be read.
 *
 * The kernel gives a page at each read, and looks for its place from the start each time: reading all of a large table
 * costs its size squared. So a look ends early, and what it saw is a fair sample: the order is that of a hash.
 */
export async function readConnections(
  parts: LookParts,
  filter: ConnectionFilter,
  sampled: MoreOfLook['sample'] = 0,
): Promise<ConnectionSummary> {
  const { now, rest, bounds, soFar } = parts;
  const started = now();
  let told = started;
  const tally = new ConnectionTally(filter, sampled);
  const file = openSync(parts.path, 'r');
  let extent: ConnectionSummary['extent'] = 'whole';
  try {
    let worked = now();
    for (const page of pagesOf(file)) {
      for (const line of page) {
        const connection = parseConnection(line);
        if (connection) tally.add(connection);
      }
      if (tally.read >= bounds.entries || now() - started >= bounds.milliseconds) {
        extent = 'part';
        break;
      }
      const spent = now() - worked;
      if (spent < spell) continue;
      if (soFar && now() - told >= tellEvery) {
        soFar(tally.summary('part', now() - started));
        told = now();
      }
      await rest(spent * (1 / bounds.load - 1));
      worked = now();
    }
  } finally {
    closeSync(file);
  }
  const summary = tally.summary(extent, now() - started);
  return sampled > 0 ? { ...summary, sample: [...tally.sample] } : summary;
}

/** The lines of each page that the kernel gives; it has them ready, so reading waits for nothing. */
function* pagesOf(file: number): Generator<readonly string[]> {
  const buffer = Buffer.alloc(64 * 1024);
  let rest = '';
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
    const lines = (rest + buffer.toString('latin1', 0, read)).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  yield [rest];
}
