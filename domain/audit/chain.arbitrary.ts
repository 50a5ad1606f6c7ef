import { createHash } from 'node:crypto';
import { type ChainContent, type ChainRow, genesis, linked, type Sha256 } from './chain-row.ts';

export const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('base64url');

export const content = (seq: number, more: Partial<ChainContent> = {}): ChainContent => ({
  ...{ seq, at: 1_700_000_000_000 + seq, actor: 'ann', actorKind: 'person', role: 'operator', source: '192.0.2.7' },
  ...{ signedInBy: 'password', action: 'drain.start', resource: `web${seq}`, cluster: 'shop', director: null },
  ...{ reason: 'OPS-1', ticket: 'OPS-1', before: null, after: `{"n":${seq}}`, revision: 1, generation: seq },
  ...{ release: null, outcome: 'done' },
  ...more,
});

/** Rows behind one with the hash `previous`. */
export function chain(contents: readonly ChainContent[], previous = genesis): ChainRow[] {
  const rows: ChainRow[] = [];
  for (const one of contents) rows.push(linked(one, rows.at(-1)?.hash ?? previous, sha256));
  return rows;
}

/** A log of `count` rows. */
export const log = (count: number): ChainRow[] =>
  chain(Array.from({ length: count }, (_, index) => content(index + 1)));
